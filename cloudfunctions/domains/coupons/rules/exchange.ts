/** The dearest single unit among goods: whose it is, and what it still costs in fen. */
export interface DearestUnit {
  at: number;
  fen: number;
}

/**
 * 兑换券: the unit that becomes free is the dearest, as units share what a line still costs (the first of a
 * line carries the remainder); ties to the earlier of the eligible `places`. Null when nothing costs anything.
 */
export function dearestUnit(
  stillFen: readonly number[],
  quantities: readonly number[],
  places: readonly number[],
): DearestUnit | null {
  let best: DearestUnit | null = null;
  for (const at of places) {
    const fen = Math.ceil((stillFen[at] ?? 0) / (quantities[at] ?? 1));
    if (fen > (best?.fen ?? 0)) best = { at, fen };
  }
  return best;
}
