import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { ask } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { signInAsGuide } from './signInAsGuide';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { inSteps } from '../../kit/inSteps';

/** Goods to share, narrowed by words, page by page. */
export function useGoods() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const load = useMemo(() => inSteps((cursor) => loadGoods(words, cursor), rowsAtOnce), [words]);
  const pages = usePages(load, words);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return {
    typed,
    /** An emptied box shows everything again. */
    type(next: string) {
      setTyped(next);
      if (next === '') setWords('');
    },
    words,
    search: (next: string) => setWords(next.trim()),
    showAll() {
      setTyped('');
      setWords('');
    },
    pages,
  };
}

async function loadGoods(words: string, cursor: string | null) {
  await signInAsGuide();
  return ask('referral.goods', {
    ...(words === '' ? {} : { words }),
    ...(cursor === null ? {} : { cursor }),
  });
}
