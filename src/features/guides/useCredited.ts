import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { ask } from '../../cloud';
import { usePages, type ListPage } from '../../kit/usePages';
import { signInAsGuide } from './signInAsGuide';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { inSteps } from '../../kit/inSteps';
import type { Credited, DeskNumbers } from './words';

export type CreditedTab = 'today' | 'all';

/** Orders as read at once, with the numbers of the day before the first of them. */
export interface CreditedPiece {
  readonly numbers: DeskNumbers | null;
  readonly orders: readonly Credited[];
}

/** The orders that earn me commission, of today or all, page by page. */
export function useCredited(first: CreditedTab) {
  const [tab, setTab] = useState(first);
  const load = useMemo(() => loader(tab), [tab]);
  const pages = usePages(load, tab);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return { tab, setTab, pages };
}

/** The shop says which day today is; the phone's clock may be wrong. */
function loader(tab: CreditedTab) {
  let day = '';
  const list = inSteps(
    (cursor) =>
      ask('orders.credited', {
        ...(tab === 'today' ? { day } : {}),
        ...(cursor === null ? {} : { cursor }),
      }),
    rowsAtOnce,
  );
  return async (cursor: string | null): Promise<ListPage<CreditedPiece>> => {
    if (cursor !== null) return pieceOf(null, await list(cursor));
    await signInAsGuide();
    const asked = ask('reports.desk', {});
    if (tab === 'all') {
      const [numbers, page] = await Promise.all([asked, list(null)]);
      return pieceOf(numbers, page);
    }
    const numbers = await asked;
    day = numbers.day;
    return pieceOf(numbers, await list(null));
  };
}

function pieceOf(numbers: DeskNumbers | null, { items, next }: ListPage<Credited>) {
  return { items: [{ numbers, orders: items }], next };
}
