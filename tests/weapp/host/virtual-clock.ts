interface Task {
  readonly id: number;
  readonly dueMs: number;
  readonly everyMs: number | null;
  readonly run: () => void;
}

/** Time that stands still until somebody moves it: setTimeout, setInterval and Date of the app come from here. */
export class VirtualClock {
  private tasks: Task[] = [];
  private lastId = 0;
  private closed = false;

  constructor(private currentMs: number) {}

  get nowMs(): number {
    return this.currentMs;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.tasks.length;
  }

  /** Runs `run` after `delayMs`, again and again with `repeats`; answers the number that cancels it. */
  start(run: () => void, delayMs: number, repeats = false): number {
    this.lastId += 1;
    if (this.closed) return this.lastId;
    // A repeating timer of 0 ms would never let time pass.
    const waitMs = Math.max(repeats ? 1 : 0, Math.trunc(delayMs) || 0);
    const everyMs = repeats ? waitMs : null;
    this.tasks.push({ id: this.lastId, dueMs: this.currentMs + waitMs, everyMs, run });
    return this.lastId;
  }

  /** Forgets a timer; an unknown number does nothing. */
  stop(id: unknown): void {
    this.tasks = this.tasks.filter((task) => task.id !== id);
  }

  /** Runs the next timer that is due by `untilMs`, with the clock at its time; false when there is none. */
  runNext(untilMs: number): boolean {
    const next = this.tasks.reduce<Task | null>((best, task) => earlier(best, task), null);
    if (next === null || next.dueMs > untilMs) return false;
    this.currentMs = Math.max(this.currentMs, next.dueMs);
    this.stop(next.id);
    if (next.everyMs !== null) {
      this.tasks.push({ ...next, dueMs: this.currentMs + next.everyMs });
    }
    next.run();
    return true;
  }

  /** Moves to `ms` when that lies ahead, running nothing. */
  moveTo(ms: number): void {
    this.currentMs = Math.max(this.currentMs, ms);
  }

  /** Drops every timer and takes no more. */
  close(): void {
    this.closed = true;
    this.tasks = [];
  }
}

function earlier(best: Task | null, task: Task): Task {
  if (best === null || task.dueMs < best.dueMs) return task;
  return task.dueMs === best.dueMs && task.id < best.id ? task : best;
}
