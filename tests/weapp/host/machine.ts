import { setImmediate } from 'node:timers';
import type { Sandbox } from './sandbox';
import { isCallable, messageOf, type Callable } from './values';
import type { VirtualClock } from './virtual-clock';

/** One call of setData: whose it was, its size as UTF-8 JSON, and the paths that it wrote. */
export interface SetDataNote {
  readonly route: string;
  readonly bytes: number;
  readonly paths: readonly string[];
}

/** What an action cost in setData. */
export interface Measure {
  readonly calls: number;
  readonly bytes: number;
  readonly largest: number;
}

/** A line that the app wrote to its console. */
export interface ConsoleLine {
  readonly level: string;
  readonly text: string;
}

const MAX_TURNS = 20_000;

/** An error of the mini program, with where it came from. */
export class WeappError extends Error {
  constructor(where: string, cause: unknown) {
    super(`${where}: ${messageOf(cause)}`, { cause });
    this.name = 'WeappError';
  }
}

/** What the parts of the host share: time, the app's realm, what went wrong and what is under way. */
export class Machine {
  readonly errors: WeappError[] = [];
  readonly lines: ConsoleLine[] = [];
  readonly notes: SetDataNote[] = [];
  /** What is told of each error, as WeChat tells App.onError. */
  onError: (error: WeappError) => void = () => undefined;
  private underWay = 0;
  private waker: (() => void) | null = null;

  constructor(
    readonly clock: VirtualClock,
    readonly sandbox: Sandbox,
  ) {}

  /** Runs code of the app; what it throws is kept and told at the end of the action. */
  guard(where: string, deed: () => unknown): unknown {
    try {
      return deed();
    } catch (error) {
      this.fail(where, error);
      return undefined;
    }
  }

  /** Calls a function of the app when it is one. */
  call(where: string, deed: unknown, self: unknown, ...args: unknown[]): unknown {
    return isCallable(deed) ? this.guard(where, () => deed.apply(self, args)) : undefined;
  }

  /** Keeps an error of the app. */
  fail(where: string, cause: unknown): void {
    const error = cause instanceof WeappError ? cause : new WeappError(where, cause);
    this.errors.push(error);
    this.onError(error);
  }

  /** Runs `deed` in a turn of its own, as the phone answers an API. */
  later(where: string, deed: () => unknown, delayMs = 0): number {
    return this.clock.start(() => void this.guard(where, deed), delayMs);
  }

  /** Waits for `promise` whenever the host settles. */
  async track<T>(promise: Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await promise;
    } finally {
      this.underWay -= 1;
      this.waker?.();
    }
  }

  /** Runs timers that are due within `horizonMs` and waits for cloud calls until nothing is left to do. */
  async settle(horizonMs: number): Promise<void> {
    const untilMs = this.clock.nowMs + horizonMs;
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (this.clock.runNext(untilMs)) continue;
      if (this.underWay === 0) return;
      await new Promise<void>((resolve) => {
        this.waker = resolve;
      });
      this.waker = null;
    }
    throw new Error(`The mini program did not come to rest in ${MAX_TURNS} turns`);
  }
}

/** The cost of the setData calls in `notes`. */
export function measured(notes: readonly SetDataNote[]): Measure {
  const sizes = notes.map((note) => note.bytes);
  return {
    calls: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    largest: Math.max(0, ...sizes),
  };
}

/** The console of the app: its lines are kept; what Taro reports as unsupported is an error. */
export function consoleOf(machine: () => Machine): Record<string, Callable> {
  const write =
    (level: string) =>
    (...args: unknown[]) => {
      const text = args.map((arg) => messageOf(arg)).join(' ');
      machine().lines.push({ level, text });
      if (text.includes('暂不支持')) machine().fail('wx', text);
    };
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd'];
  return Object.fromEntries(levels.map((level) => [level, write(level)]));
}
