import { realNowMs } from './clock';
import { requestId } from './request';

const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 } as const;

export type LogLevel = keyof typeof levels;
type Said = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured lines on standard output. Facts are plain values; what could name a person is blotted out. */
export interface Log {
  debug(event: string, facts?: Said): void;
  info(event: string, facts?: Said): void;
  warn(event: string, facts?: Said): void;
  error(event: string, facts?: Said): void;
  /** The same log with facts that every line carries, such as the request's id. */
  with(facts: Said): Log;
}

const blotted = /openid|phone|address|contact|token|session|secret|authorization|nickname|body/i;
const phoneLike = /(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const bearerLike = /[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/g;

/** A log that writes lines of `level` and above with `write`. */
export function makeLog(
  level: LogLevel,
  write: (line: string) => void = writeLine,
  always: Said = {},
): Log {
  const say =
    (at: Exclude<LogLevel, 'silent'>) =>
    (event: string, facts: Said = {}) => {
      if (levels[at] < levels[level]) return;
      const head = {
        at: new Date(realNowMs()).toISOString(),
        level: at,
        event: blot(event),
        request: requestId(),
      };
      write(JSON.stringify({ ...head, ...clean({ ...always, ...facts }) }));
    };
  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    with: (facts) => makeLog(level, write, { ...always, ...facts }),
  };
}

function clean(facts: Said): Said {
  const kept = Object.entries(facts).map(([key, value]) => {
    if (blotted.test(key)) return [key, '[kept back]'] as const;
    if (typeof value === 'string') return [key, blot(value)] as const;
    const isPhone = typeof value === 'number' && blot(String(value)) !== String(value);
    return [key, isPhone ? '[phone]' : value] as const;
  });
  return Object.fromEntries(kept) as Said;
}

function blot(text: string): string {
  return text.replace(phoneLike, '[phone]').replace(bearerLike, '[token]').slice(0, 2_000);
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
