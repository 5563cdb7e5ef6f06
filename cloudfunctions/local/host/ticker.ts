/** Runs one kind of work again and again, never two at once. */
export interface Ticker {
  /** Runs the work once more, after what is running now; resolves or rejects as that run does. */
  tick(): Promise<unknown>;
  /** Runs it no more, and waits for what is running. */
  stop(): Promise<void>;
}

/** A ticker that runs `work` `everyMs` after its last end; by hand only when that is null. */
export function startTicker(
  work: () => Promise<unknown>,
  everyMs: number | null,
  onFault: (fault: unknown) => void,
): Ticker {
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const tick = () => {
    const run = last.then(() => (stopped ? undefined : work()));
    // A run that failed has told its caller; the next one follows all the same.
    last = run.catch(() => undefined);
    return run;
  };
  const wait = () => {
    if (everyMs === null || stopped) return;
    timer = setTimeout(() => void tick().catch(onFault).then(wait), everyMs);
  };
  wait();
  return {
    tick,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}
