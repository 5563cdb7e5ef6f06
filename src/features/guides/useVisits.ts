import { useReachBottom } from '@tarojs/taro';
import { useMemo } from 'react';
import { ask } from '../../cloud';
import { usePages, type ListPage } from '../../kit/usePages';
import { signInAsGuide } from './signInAsGuide';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { inSteps } from '../../kit/inSteps';
import type { DeskNumbers, Visit } from './words';

/** Visits as read at once, with the numbers of the day before the first of them. */
export interface VisitPiece {
  readonly numbers: DeskNumbers | null;
  readonly visits: readonly Visit[];
}

/** Who came by my cards, newest first. */
export function useVisits() {
  const load = useMemo(() => loader(), []);
  const pages = usePages(load);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return pages;
}

function loader() {
  const list = inSteps(
    (cursor) => ask('referral.visits', cursor === null ? {} : { cursor }),
    rowsAtOnce,
  );
  return async (cursor: string | null): Promise<ListPage<VisitPiece>> => {
    await signInAsGuide();
    const [page, numbers] = await Promise.all([
      list(cursor),
      cursor === null ? ask('reports.desk', {}) : null,
    ]);
    return { items: [{ numbers, visits: page.items }], next: page.next };
  };
}
