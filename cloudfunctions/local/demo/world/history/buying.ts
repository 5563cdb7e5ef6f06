import type { Chance } from '../random';
import type { Product, ShopWorld, Sku } from '../types';

/** What a member likes and wears. */
export interface Taste {
  readonly trades: readonly string[];
  readonly shoeSize: number;
  /** How often she comes, 1 on average. */
  readonly pace: number;
}

/** One thing in a basket. */
export interface Bought {
  readonly product: Product;
  readonly sku: Sku;
  readonly quantity: number;
}

const tradeWeights: Readonly<Record<string, number>> = {
  fresh: 42,
  shoes: 26,
  baby: 24,
  jewellery: 8,
};

/** A member's taste: one or two trades, a shoe size, a pace. */
export function tasteFrom(chance: Chance): Taste {
  const names = Object.keys(tradeWeights);
  const first = names[chance.weighed(Object.values(tradeWeights))] ?? 'fresh';
  const second = chance.maybe(0.6) ? [chance.pick(names)] : [];
  return {
    trades: [...new Set([first, ...second])],
    shoeSize: chance.whole(36, 44),
    pace: [0.25, 0.5, 0.9, 1.2, 1.8, 2.6][chance.weighed([14, 22, 26, 20, 12, 6])] ?? 1,
  };
}

/** A basket of one to four things: what the card showed first, if that is what she came for. */
export function basketFrom(
  world: ShopWorld,
  chance: Chance,
  taste: Taste,
  { shown, atMs }: { shown: string | null; atMs: number },
): Bought[] {
  const basket = new Map<string, Bought>();
  const seen = world.products.find(({ productId }) => productId === shown);
  if (seen !== undefined && seen.listedAt < atMs && chance.maybe(0.62))
    add(basket, chance, taste, seen);
  const more = basket.size === 0 ? 1 : 0;
  for (let left = more + chance.weighed([62, 24, 10, 4]); left > 0; left -= 1) {
    const product = likedProduct(world, chance, taste, atMs);
    // Nobody puts two jewels of thousands into one basket.
    if (product !== null && (basket.size === 0 || product.priceFen < 100_000))
      add(basket, chance, taste, product);
  }
  return [...basket.values()];
}

function likedProduct(
  world: ShopWorld,
  chance: Chance,
  { trades }: Taste,
  atMs: number,
): Product | null {
  const trade = chance.maybe(0.88) ? chance.pick(trades) : chance.pick(['fresh', 'baby', 'shoes']);
  const shelf = world.products.filter(
    (product) => product.trade === trade && product.listedAt < atMs,
  );
  if (shelf.length === 0) return null;
  return shelf[chance.weighed(shelf.map(eagerness))] ?? null;
}

/** Cheap things are bought more often. */
function eagerness({ appeal, priceFen }: Product): number {
  return appeal / Math.sqrt(1 + priceFen / 60_000) / (priceFen > 300_000 ? 6 : 1);
}

function add(basket: Map<string, Bought>, chance: Chance, taste: Taste, product: Product): void {
  const size = String(taste.shoeSize);
  const fitting = product.skus.filter(
    ({ specValues }) => product.trade !== 'shoes' || specValues[1] === size,
  );
  const skus = fitting.length > 0 ? fitting : product.skus;
  const sku = skus[chance.weighed(skus.map((_, at) => 1 / (1 + at * 0.4)))];
  if (sku === undefined) return;
  const several = product.trade === 'fresh' || product.trade === 'baby';
  const quantity = several ? 1 + chance.weighed([72, 20, 8]) : 1;
  basket.set(sku.skuId, { product, sku, quantity });
}
