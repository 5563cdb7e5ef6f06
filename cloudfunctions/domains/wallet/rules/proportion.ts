import { splitFen, type Fen } from '../../../kit/money';

/** An amount of stored value by where it came from, in fen. */
export interface Stored {
  principalFen: Fen;
  giftFen: Fen;
}

/**
 * How `amountFen` of stored value is taken out of what there is, principal and gift in proportion, the odd fen by
 * largest remainder, a tie to the principal. The parts sum to the amount, and neither is more than there is, as
 * long as the amount is not. The same for what a refund gives back of what was paid.
 */
export function splitStored(
  amountFen: number,
  of: { principalFen: number; giftFen: number },
): Stored {
  const [principalFen, giftFen] = splitFen(amountFen, [of.principalFen, of.giftFen]);
  if (principalFen === undefined || giftFen === undefined) throw new Error('two parts were asked');
  return { principalFen, giftFen };
}
