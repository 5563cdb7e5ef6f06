import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { ask, type Output } from '../../cloud';
import { usePages, type ListPage } from '../../kit/usePages';
import { signInToReports } from './signInToReports';
import { inSteps } from '../../kit/inSteps';
import { listsOf, type Wanted } from './rowsWords';

export type Row = Output<'reports.rows'>['items'][number];

/** Rows as read at once, with how many there are in all. */
export interface RowPiece {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** As many rows as one step of scrolling brings: what travels to the mini program's view stays small. */
const rowsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 10;

/** The rows that a number counts, page by page; a number of two lists shows one of them at a time. */
export function useRows(wanted: Wanted) {
  const lists = listsOf(wanted.number);
  const [list, setList] = useState(lists[0]);
  const { window, guide } = wanted;
  const guideId = guide?.guideId;
  const load = useMemo(() => {
    const read = inSteps(async (cursor) => {
      await signInToReports();
      return ask('reports.rows', {
        number: list,
        window,
        ...(guideId === undefined ? {} : { guideId }),
        ...(cursor === null ? {} : { cursor }),
      });
    }, rowsAtOnce);
    return async (cursor: string | null): Promise<ListPage<RowPiece>> => {
      const { items, next, page } = await read(cursor);
      return { items: [{ total: page.total, rows: items }], next };
    };
  }, [list, window, guideId]);
  const pages = usePages(load, list);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return { lists, list, setList, pages };
}
