import { useCallback, useEffect, useRef, useState } from 'react';
import { sayWhy } from './sayWhy';
import type { Asked } from './useAsk';
import { useAsk } from './useAsk';

/** One page of a list; `next` is the cursor of the following page, or null after the last. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type MorePhase = 'idle' | 'waiting' | 'failed' | 'end';

export interface Pages<T> {
  /** The list as far as it was read: give it to `Ask`. */
  readonly state: Asked<ListPage<T>>;
  readonly morePhase: MorePhase;
  /** Why the next page did not come, when `morePhase` is 'failed'. */
  readonly moreSay: string;
  /** Reads the next page behind the others; does nothing while one is on its way or after the last. */
  readonly more: () => Promise<void>;
}

/** A list read page by page. A new `key` starts over; so does `state.reload`. */
export function usePages<T>(
  load: (cursor: string | null) => Promise<ListPage<T>>,
  key: string | null = '',
): Pages<T> {
  const state = useAsk(() => load(null), key);
  const [failed, setFailed] = useState('');
  const [waiting, setWaiting] = useState(false);
  const busy = useRef(false);
  const latest = useRef({ load, key, next: nextOf(state) });

  useEffect(() => {
    latest.current = { load, key, next: nextOf(state) };
  });

  useEffect(() => {
    setFailed('');
  }, [key]);

  const { change } = state;
  const more = useCallback(async () => {
    const { load: loadPage, key: askedFor, next } = latest.current;
    if (busy.current || next === null) return;
    busy.current = true;
    setWaiting(true);
    setFailed('');
    try {
      const page = await loadPage(next);
      const stale = latest.current.key !== askedFor || latest.current.next !== next;
      if (!stale) change((seen) => ({ items: [...seen.items, ...page.items], next: page.next }));
    } catch (reason) {
      setFailed(sayWhy(reason));
    } finally {
      busy.current = false;
      setWaiting(false);
    }
  }, [change]);

  return { state, more, moreSay: failed, morePhase: morePhase(nextOf(state), waiting, failed) };
}

function morePhase(next: string | null, waiting: boolean, failed: string): MorePhase {
  if (waiting) return 'waiting';
  if (failed !== '') return 'failed';
  return next === null ? 'end' : 'idle';
}

function nextOf<T>(state: Asked<ListPage<T>>): string | null {
  return state.phase === 'ready' ? state.value.next : null;
}
