import { useCallback, useEffect, useRef, useState } from 'react';
import { sayWhy } from './sayWhy';

/** What a page knows of an answer that it asked for. */
export type AskState<T> =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'failed'; readonly say: string }
  | { readonly phase: 'ready'; readonly value: T; readonly refreshing: boolean };

export type Asked<T> = AskState<T> & {
  /** Asks again; what is shown stays until the new answer comes, and so does the place. */
  readonly reload: () => Promise<void>;
  /** Shows another value at once, before the server confirms it. */
  readonly change: (next: (value: T) => T) => void;
};

/**
 * Asks when the page opens and whenever `key` changes; a late answer to an older key is dropped.
 * A null key waits: nothing is asked until there is one. A failed reload keeps the old value.
 */
export function useAsk<T>(load: () => Promise<T>, key: string | null = ''): Asked<T> {
  const [state, setState] = useState<AskState<T>>({ phase: 'waiting' });
  const latestLoad = useRef(load);
  const turn = useRef(0);

  useEffect(() => {
    latestLoad.current = load;
  });

  const run = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const next = await settle(latestLoad.current);
    if (mine !== turn.current) return;
    setState((before) => {
      if (next.phase === 'failed' && before.phase === 'ready')
        return { ...before, refreshing: false };
      return next;
    });
  }, []);

  useEffect(() => {
    setState((before) => (before.phase === 'waiting' ? before : { phase: 'waiting' }));
    if (key !== null) void run();
    return () => {
      turn.current += 1;
    };
  }, [key, run]);

  const reload = useCallback(async () => {
    setState((before) =>
      before.phase === 'ready' ? { ...before, refreshing: true } : { phase: 'waiting' },
    );
    await run();
  }, [run]);

  const change = useCallback((next: (value: T) => T) => {
    setState((before) =>
      before.phase === 'ready' ? { ...before, value: next(before.value) } : before,
    );
  }, []);

  return { ...state, reload, change };
}

async function settle<T>(load: () => Promise<T>): Promise<AskState<T>> {
  try {
    return { phase: 'ready', value: await load(), refreshing: false };
  } catch (reason) {
    return { phase: 'failed', say: sayWhy(reason) };
  }
}
