import { fen, yuanText, type Fen } from '../../../kit/money';

/** What goods come to: what they still cost, in fen, and their pieces. */
export interface Measured {
  amountFen: number;
  pieces: number;
}

/** What a threshold counts. */
export type By = 'amount' | 'pieces';

/** What is missing to a threshold, null where nothing is, and what reaching it would give. */
export interface Missing {
  shortFen: Fen | null;
  shortPieces: number | null;
  /** What it would take off, in fen; null where that is not an amount. */
  worthFen: Fen | null;
  /** The same in words: `可减 ¥20`, `享 8 折`, `得赠品`. */
  gain: string;
}

/** What counts towards a threshold: fen or pieces. */
export function countOf(by: By, { amountFen, pieces }: Measured): number {
  return by === 'amount' ? amountFen : pieces;
}

/** What is missing to a threshold that is not reached. */
export function missingTo(
  { by, atLeast }: { by: By; atLeast: number },
  goods: Measured,
  { worthFen, gain }: { worthFen: number | null; gain: string },
): Missing {
  const short = Math.max(0, atLeast - countOf(by, goods));
  return {
    shortFen: by === 'amount' ? fen(short) : null,
    shortPieces: by === 'pieces' ? short : null,
    worthFen: worthFen === null ? null : fen(worthFen),
    gain,
  };
}

/** `¥12.30 可减 ¥20`, `1 件享 8 折`: what is missing and what for; after `还差` or `再买`. */
export function missingText({ shortFen, shortPieces, gain }: Missing): string {
  const short = shortFen === null ? `${shortPieces ?? 0} 件` : `¥${yuanText(shortFen)} `;
  return `${short}${gain}`;
}

/** `满 ¥299 ` or `满 3 件`: what follows stands apart from a digit, as in all our texts. */
export function atLeastText(by: By, atLeast: number): string {
  return by === 'amount' ? `满 ¥${yuanText(atLeast)} ` : `满 ${atLeast} 件`;
}

/** A share of the price as people say it: 8 500 bp are `8.5 折`. */
export function foldText(paysBp: number): string {
  return `${paysBp / 1_000} 折`;
}
