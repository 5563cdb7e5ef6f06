import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { ask, type Output } from '../../cloud';
import { inSteps } from '../../kit/inSteps';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { signInToDelivery } from './signInToDelivery';
import type { BoardTab } from './words';

type Counts = Output<'delivery.counts'>;

/** Orders under a tab, narrowed by words, page by page; what the tabs count comes with the first page. */
export function useBoard(firstTab: BoardTab) {
  const [tab, setTab] = useState<BoardTab>(firstTab);
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [counts, setCounts] = useState<Counts | null>(null);
  const read = useMemo(
    () =>
      inSteps(async (cursor) => {
        await signInToDelivery();
        if (cursor === null) setCounts(await ask('delivery.counts', {}));
        return ask('delivery.board', {
          tab,
          ...(words === '' ? {} : { words }),
          ...(cursor === null ? {} : { cursor }),
        });
      }, rowsAtOnce),
    [tab, words],
  );
  const pages = usePages(read, `${tab} ${words}`);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  useShownAgain(() => void pages.state.reload());
  return {
    ...{ tab, setTab, typed, words, counts, pages },
    type(next: string) {
      setTyped(next);
      if (next === '') setWords('');
    },
    search: (next: string) => setWords(next.trim()),
  };
}
