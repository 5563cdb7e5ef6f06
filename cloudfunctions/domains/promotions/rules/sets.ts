/** Units of one line that a set may take; all have one price, in fen. */
export interface SetUnits {
  productId: string;
  unitFen: number;
}

/** What a set does: what it takes off, in fen, and how many units of each line it uses up. */
export interface SetDeal {
  offFen: number;
  taken: number[];
}
