import { useReachBottom } from '@tarojs/taro';
import { useMemo } from 'react';
import type { Output } from '../../cloud';
import { inSteps } from '../../kit/inSteps';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import type { MyPoints, PointsEntry } from './words';

/** Entries as read at once; the first piece comes with the balance. */
export interface PointsPiece {
  readonly mine: MyPoints | null;
  readonly entries: readonly PointsEntry[];
}

/** My points and what moved them, page by page; read anew when the page is shown again. */
export function usePoints() {
  const load = useMemo(() => loader(), []);
  const pages = usePages(load);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  useShownAgain(() => void pages.state.reload());
  return pages;
}

function loader() {
  const list = inSteps<Output<'points.entries'>>(
    (cursor) => askAsMember('points.entries', cursor === null ? {} : { cursor }),
    rowsAtOnce,
  );
  return async (cursor: string | null) => {
    const [{ items, next }, mine] = await Promise.all([
      list(cursor),
      cursor === null ? askAsMember('points.mine', {}) : null,
    ]);
    return { items: [{ mine, entries: items }], next };
  };
}
