/** Runs `task` after `afterMs` and gives what cancels it, as `setTimeout` and `clearTimeout` do. */
export type StartTimer = (task: () => void, afterMs: number) => () => void;

/** Work that nobody waits for: it is watched here, so that it can be waited for and called off. */
export type Background = {
  /** Begins now. */
  run(task: () => Promise<void>): void;
  /** Begins after `afterMs` (at once for 0), unless stopped before. */
  later(task: () => Promise<void>, afterMs: number): void;
  /** Resolves when nothing runs; what waits for a timer does not count. */
  idle(): Promise<void>;
  /** Calls off what waits, and begins nothing more. */
  stop(): void;
};

/** Background work on `startTimer`; `onDefect` hears of a task that failed. */
export function backgroundOf(
  startTimer: StartTimer = realTimer,
  onDefect: (error: unknown) => void = toStandardError,
): Background {
  const running = new Set<Promise<void>>();
  const cancels = new Set<() => void>();
  let stopped = false;
  const run = (task: () => Promise<void>) => {
    if (stopped) return;
    const watched: Promise<void> = task()
      .catch(onDefect)
      .finally(() => running.delete(watched));
    running.add(watched);
  };
  return {
    run,
    later(task, afterMs) {
      if (afterMs === 0) return run(task);
      if (stopped) return;
      const cancel = startTimer(() => {
        cancels.delete(cancel);
        run(task);
      }, afterMs);
      cancels.add(cancel);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}

function realTimer(task: () => void, afterMs: number): () => void {
  const timer = setTimeout(task, afterMs);
  return () => clearTimeout(timer);
}

function toStandardError(error: unknown): void {
  console.error('pay stand-in:', error);
}
