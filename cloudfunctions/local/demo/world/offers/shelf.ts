import type { Scope } from '../../../../domains/promotions/schema/scope';
import type { Category, Product, Sku, Store } from '../types';

/** Where the plans of offers find the goods that they name; a small world has few of them. */
export interface Shelf {
  readonly nowMs: number;
  readonly stores: readonly Store[];
  /** The first `most` of the products with these keys that exist. */
  products(keys: readonly string[], most: number): Product[];
  /** The goods of a leaf category, the first of those named that exists. */
  leaf(...keys: readonly string[]): Scoped;
  /** The goods of a whole trade. */
  trade(key: string): Scoped;
}

type Scoped = Partial<Scope> & { categoryIds: string[] };

export interface Shelved {
  readonly nowMs: number;
  readonly stores: readonly Store[];
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
}

/** The shelf of a shop. It throws for a name that nothing bears. */
export function shelfOf({ nowMs, stores, categories, products }: Shelved): Shelf {
  const byKey = new Map(products.map((product) => [product.key, product]));
  const found = (id: string | undefined, name: string): Scoped => {
    if (id === undefined) throw new Error(`no goods called ${name}`);
    return { categoryIds: [id] };
  };
  return {
    nowMs,
    stores,
    products: (keys, most) => keys.flatMap((key) => byKey.get(key) ?? []).slice(0, most),
    leaf(...keys) {
      const leaves = keys.map((key) =>
        products.find((product) => product.key.startsWith(`${key}-`)),
      );
      return found(leaves.find((product) => product !== undefined)?.categoryId, keys.join());
    },
    trade(key) {
      const top = categories.find(({ trade, parentId }) => trade === key && parentId === null);
      return found(top?.categoryId, key);
    },
  };
}

/** The SKU of a product of which most is there. */
export function fullest({ skus }: Product): Sku {
  const [first, ...others] = skus;
  if (first === undefined) throw new Error('a product has a SKU at least');
  return others.reduce((most, sku) => (sku.onHand > most.onHand ? sku : most), first);
}
