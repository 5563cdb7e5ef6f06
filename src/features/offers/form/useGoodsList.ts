import { useMemo, useState } from 'react';
import { ask } from '../../../cloud';
import { inSteps } from '../../../kit/inSteps';
import { usePages } from '../../../kit/usePages';

/** As many goods as one step brings: what travels to the mini program's view stays small. */
const goodsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 6;

/** The shop's goods to pick from, narrowed by words, page by page. */
export function useGoodsList() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const load = useMemo(
    () =>
      inSteps(
        (cursor) =>
          ask('catalogue.products', {
            ...(words === '' ? {} : { words }),
            ...(cursor === null ? {} : { cursor }),
          }),
        goodsAtOnce,
      ),
    [words],
  );
  return {
    typed,
    words,
    /** An emptied box shows everything again. */
    type(next: string) {
      setTyped(next);
      if (next === '') setWords('');
    },
    search: (next: string) => setWords(next.trim()),
    pages: usePages(load, words),
  };
}
