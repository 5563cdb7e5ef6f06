import { measure, table } from './measure';
import type { BenchShop } from './shop';

const words = ['跑步', '手链', '奶瓶', '草莓', '戒指', '童装', '牛肉', '网面'];

/** How fast the shop is looked at: a list of 20, a product, a search for two characters. */
export async function benchBrowse(shop: BenchShop, clients: readonly number[], calls: number): Promise<string> {
  const { rows } = await shop.bare.query<{ product_id: string }>(`select product_id from products where state = 'on' order by product_id`);
  const categories = (await shop.bare.query<{ category_id: string }>('select category_id from categories where parent_id is not null order by category_id')).rows;
  const pick = <T>(items: readonly T[], turn: number): T | undefined => items[turn % items.length];
  const deeds = {
    'list of 20': (turn: number) => shop.ask('catalogue.products', { categoryId: turn % 2 === 0 ? undefined : pick(categories, turn)?.category_id, limit: 20 }),
    detail: (turn: number) => shop.ask('catalogue.product', { productId: pick(rows, turn)?.product_id }),
    search: (turn: number) => shop.ask('catalogue.products', { words: pick(words, turn), limit: 20 }),
    home: () => shop.ask('catalogue.home', {}),
  };
  const lines: string[][] = [];
  for (const [name, deed] of Object.entries(deeds)) {
    await measure(4, Math.min(calls, 200), deed);
    for (const count of clients) {
      const found = await measure(count, calls, deed);
      lines.push([name, String(count), found.perSecond.toFixed(0), found.cpuMs.toFixed(2), found.p50Ms.toFixed(1), found.p95Ms.toFixed(1)]);
    }
  }
  return table(['browse', 'clients', 'calls/s', 'server CPU ms', 'p50 ms', 'p95 ms'], lines);
}
