/** Fewer pieces than this are shown as the last ones. */
const fewPieces = 5;

/** How a shelf looks to shoppers: plenty, the last few pieces, or none. */
export function shelfLook(pieces: number): 'plenty' | 'few' | 'none' {
  if (pieces <= 0) return 'none';
  return pieces < fewPieces ? 'few' : 'plenty';
}
