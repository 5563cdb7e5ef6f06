import fc from 'fast-check';
import type { Scope } from '../../cloudfunctions/domains/promotions/schema/scope';

/** What offers are near to: what the goods of a cart come to. */
export interface Near {
  goodsFen: number;
  pieces: number;
  products: readonly string[];
  skus: readonly { skuId: string; listFen: number }[];
}

/** One of these, as often as its number says. */
export function oneOf<T>(
  all: readonly [weight: number, arbitrary: fc.Arbitrary<T>][],
): fc.Arbitrary<T> {
  return fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** Prices as shops write them, and some that divide badly. */
export const prices = fc.oneof(
  fc.constantFrom(1, 3, 99, 333, 990, 1_000, 1_999, 2_500, 5_000, 9_900, 10_000, 29_900),
  fc.integer({ min: 1, max: 30_000 }),
);

/** Amounts at and around parts of what the goods come to. */
export function amountNear({ goodsFen }: Near): fc.Arbitrary<number> {
  return fc
    .tuple(
      fc.constantFrom(0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.1),
      fc.constantFrom(-1, 0, 0, 1),
    )
    .map(([part, step]) => Math.max(1, Math.round(goodsFen * part) + step));
}

/** Amounts to take off: a few fen, or a part of what the goods come to. */
export function offNear({ goodsFen }: Near): fc.Arbitrary<number> {
  return fc
    .constantFrom(0.0002, 0.01, 0.05, 0.1, 0.15, 0.3, 0.7)
    .map((part) => Math.max(1, Math.round(goodsFen * part)));
}

/** Numbers of pieces that carts of this size reach, or just miss. */
export function piecesNear({ pieces }: Near): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: pieces + 1 });
}

/** Shares of the price, in bp. */
export const shares = fc.constantFrom(0, 3_333, 5_000, 8_500, 9_000, 9_999);

const names = fc.record({
  productIds: fc.subarray(['p1', 'p2', 'p3', 'p4'], { maxLength: 2 }),
  categoryIds: fc.subarray(['c1', 'c2', 'c3'], { maxLength: 2 }),
  tags: fc.subarray(['t1', 't2'], { maxLength: 1 }),
});
const noNames = { productIds: [], categoryIds: [], tags: [] };

/** Scopes that overlap more often than not. */
export const scopes: fc.Arbitrary<Scope> = oneOf<Scope>([
  [3, fc.constant({ ...noNames, all: true, not: noNames })],
  [1, fc.tuple(names).map(([not]) => ({ ...noNames, all: true, not }))],
  [3, names.map((named) => ({ ...named, all: false, not: noNames }))],
  [1, fc.tuple(names, names).map(([named, not]) => ({ ...named, all: false, not }))],
]);
