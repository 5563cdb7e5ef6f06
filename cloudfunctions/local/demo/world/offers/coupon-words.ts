import type { Shelf } from './shelf';

/** Takes an amount off from a threshold on; both in fen. */
export const fixed = (offFen: number, thresholdFen: number) => ({
  terms: { kind: 'fixed' as const, offFen },
  thresholdFen,
});

/** Is good for some days after it was given. */
export const days = (count: number) => ({ validity: { by: 'days' as const, days: count } });

/** Is good between two instants. */
export const dates = (fromAt: number, untilAt: number) => ({
  validity: { by: 'dates' as const, fromAt, untilAt },
});

/** All goods but jewels, which have coupons of their own. */
export function usualGoods(shelf: Shelf) {
  return { scope: { all: true, not: shelf.trade('jewellery') } };
}
