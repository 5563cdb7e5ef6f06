import { day } from '../../../kit/time';
import { bigrams } from '../../../kit/text';
import type { OrderStory, ShopWorld } from '../world/types';
import { insertRows, type Pen } from './insert';

interface Moved {
  held: number;
  sold: number;
  /** Sold within the last 30 days. */
  lately: number;
}

/** What orders did to the shelves, counted while they are written. */
export interface ShelfCount {
  /** Counts the goods of one order. */
  add(story: OrderStory): void;
  /** What happened to one SKU. */
  of(skuId: string): Moved;
}

/** A count in which nothing has moved yet. */
export function shelfCount(nowMs: number): ShelfCount {
  const moved = new Map<string, Moved>();
  const of = (skuId: string) => moved.get(skuId) ?? { held: 0, sold: 0, lately: 0 };
  const add = ({ order, lines, goods }: OrderStory) => {
    if (goods === 'back') return;
    for (const { skuId, quantity } of lines) {
      const sku = of(skuId);
      moved.set(skuId, sku);
      sku[goods] += quantity;
      if (goods === 'sold' && order.placedAt > nowMs - 30 * day) sku.lately += quantity;
    }
  };
  return { add, of };
}

/** Writes products, SKUs and stock: what was received is what is on hand, held and sold. */
export async function writeShelves(pen: Pen, world: ShopWorld, count: ShelfCount): Promise<void> {
  const products = world.products.map(
    ({ key: _key, trade: _trade, appeal: _appeal, findable, skus, ...product }) => {
      const moved = skus.map(({ skuId }) => count.of(skuId));
      const soldCount = moved.reduce((sum, { sold }) => sum + sold, 0);
      const lately = moved.reduce((sum, sku) => sum + sku.lately, 0);
      return { ...product, soldCount, heat: lately * 5 + soldCount, words: wordsOf(findable) };
    },
  );
  const skus = world.products.flatMap((product) => product.skus);
  await insertRows(pen, 'products', products);
  await insertRows(
    pen,
    'skus',
    skus.map(({ onHand: _onHand, ...sku }) => sku),
  );
  await insertRows(
    pen,
    'stock',
    skus.map(({ skuId, onHand }) => {
      const { held, sold } = count.of(skuId);
      return { skuId, received: onHand + held + sold, onHand, held, sold };
    }),
  );
}

/** The words that search finds a text by, as the text of a tsvector; single characters are found as well. */
function wordsOf(text: string): string {
  const single = text.match(/\p{Script=Han}/gu) ?? [];
  const words = new Set([...text.split(' ').flatMap(bigrams), ...single]);
  return [...words].map((word) => `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`).join(' ');
}
