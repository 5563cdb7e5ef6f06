import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { ask, type Output } from '../../cloud';
import { useAsk, type Asked } from '../../kit/useAsk';
import { signInToReports } from './signInToReports';

export type Overview = Output<'reports.overview'>;
export type Numbers = Overview['now'];
export type Leader = Output<'reports.leaders'>['items'][number];
export type Window = Overview['window'];

/** The shop in numbers over a window, with its guides. */
export interface Board {
  readonly overview: Overview;
  readonly leaders: readonly Leader[];
}

export interface Boards {
  readonly window: Window;
  readonly choose: (window: Window) => void;
  /** Of the chosen window; while it is on its way, the other's stays to be looked at. */
  readonly state: Asked<Board>;
  /** What is shown belongs to the other window still. */
  readonly isOld: boolean;
}

/** The numbers of today, and those of 30 days once somebody wants them; both stay for going back and forth. */
export function useBoard(): Boards {
  const [window, choose] = useState<Window>('today');
  const [wanted, setWanted] = useState(false);
  const today = useAsk(() => loadBoard('today'));
  const month = useAsk(() => loadBoard('month'), wanted ? '' : null);
  const state = window === 'today' ? today : month;
  const isOld = window === 'month' && month.phase === 'waiting' && today.phase === 'ready';
  const seen = useRef(false);
  useDidShow(() => {
    if (seen.current) void state.reload();
    seen.current = true;
  });
  return {
    window,
    choose(next) {
      choose(next);
      if (next === 'month') setWanted(true);
    },
    state: isOld ? today : state,
    isOld,
  };
}

async function loadBoard(window: Window): Promise<Board> {
  await signInToReports();
  const [overview, { items }] = await Promise.all([
    ask('reports.overview', { window }),
    ask('reports.leaders', { window }),
  ]);
  return { overview, leaders: items };
}
