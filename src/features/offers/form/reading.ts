import { yuanText } from '../../../../cloudfunctions/kit/money';
import { bpTyped, fenTyped, wholeTyped } from './typed';

/** Objections by the place in a form, such as `tiers.0.gives`; each a sentence to stand below its field. */
export type Faults = Readonly<Record<string, string>>;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads typed texts into numbers and gathers what is wrong with them. A text that will not do reads as the
 * least allowed value, so that what is built from it has the right shape; it counts only without faults.
 */
export interface Reading {
  readonly faults: Faults;
  object: (at: string, say: string) => void;
  fen: (at: string, text: string, bounds: Bounds) => number;
  bp: (at: string, text: string, least: number) => number;
  whole: (at: string, text: string, bounds: Bounds) => number;
  /** Null for an empty text: no limit. */
  fenOrNone: (at: string, text: string, bounds: Bounds) => number | null;
  wholeOrNone: (at: string, text: string, bounds: Bounds) => number | null;
}

/** A reading that has found nothing wrong yet. */
export function newReading(): Reading {
  const faults: Record<string, string> = {};
  const object = (at: string, say: string) => {
    faults[at] ??= say;
  };
  const fen = (at: string, text: string, bounds: Bounds) =>
    checked(fenTyped(text), bounds, (why) => object(at, fenSay(why, bounds)));
  const whole = (at: string, text: string, bounds: Bounds) =>
    checked(wholeTyped(text), bounds, (why) => object(at, wholeSay(why, bounds)));
  return {
    faults,
    object,
    fen,
    whole,
    bp: (at, text, least) =>
      checked(bpTyped(text), { least, most: 9_999 }, () =>
        object(at, least === 0 ? '填 0 到 9.9，如 5 是五折' : '填 0.1 到 9.9，如 8.5 是八五折'),
      ),
    fenOrNone: (at, text, bounds) => (text.trim() === '' ? null : fen(at, text, bounds)),
    wholeOrNone: (at, text, bounds) => (text.trim() === '' ? null : whole(at, text, bounds)),
  };
}

type Wrong = 'unread' | 'low' | 'high';

function checked(
  value: number | null,
  { least, most }: Bounds,
  tell: (why: Wrong) => void,
): number {
  if (value === null) tell('unread');
  else if (value < least) tell('low');
  else if (value > most) tell('high');
  else return value;
  return least;
}

function fenSay(why: Wrong, { least, most }: Bounds): string {
  if (why === 'low') return `最少 ${yuanText(least)} 元`;
  if (why === 'high') return `最多 ${yuanText(most)} 元`;
  return '填金额，最多两位小数';
}

function wholeSay(why: Wrong, { least, most }: Bounds): string {
  if (why === 'low') return `最少填 ${least}`;
  if (why === 'high') return `最多填 ${most}`;
  return '填整数';
}

/** Whether nothing is wrong, or nothing in the parts whose names begin so. */
export function isSound(faults: Faults, parts?: readonly string[]): boolean {
  return !Object.keys(faults).some(
    (at) => parts === undefined || parts.some((part) => at === part || at.startsWith(`${part}.`)),
  );
}
