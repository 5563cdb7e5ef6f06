import { yuanText } from '../../../../cloudfunctions/kit/money';

/** Digits as people type them: full width becomes half width; spaces, ¥ and the commas of thousands go. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s,¥元]/g, '');
}

/**
 * Typed yuan in fen, read digit by digit and never through a fraction: `12.5` is 1250. Null for what is no
 * amount, has more than two decimals, or exceeds ten digits of yuan.
 */
export function fenTyped(text: string): number | null {
  const found = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(plain(text));
  if (found === null) return null;
  const [, yuan = '0', rest = ''] = found;
  return Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
}

/** An amount as it is typed. */
export function typedFen(fen: number | null): string {
  return fen === null ? '' : yuanText(fen);
}

/**
 * Typed 折 as what remains to be paid, in bp: `8.5` and `8.5折` are 8500, `0` is free. Null for ten and more,
 * and for more than three decimals.
 */
export function bpTyped(text: string): number | null {
  const found = /^(\d)(?:\.(\d{0,3}))?折?$/.exec(plain(text));
  if (found === null) return null;
  const [, whole = '0', rest = ''] = found;
  return Number(whole) * 1000 + Number(rest.padEnd(3, '0'));
}

/** A share as it is typed: 8500 is `8.5`. */
export function typedBp(bp: number): string {
  const rest = String(bp % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(bp / 1000);
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** A typed whole number of up to nine digits, or null. */
export function wholeTyped(text: string): number | null {
  const digits = plain(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** A count as it is typed; nothing where there is none. */
export function typedWhole(count: number | null): string {
  return count === null ? '' : String(count);
}
