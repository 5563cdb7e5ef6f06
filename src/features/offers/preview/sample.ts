import type { Scope } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import { scopeOf } from '../../../../cloudfunctions/domains/promotions/rules/scope';
import { ask } from '../../../cloud';
import type { PickedSku } from '../form/picked';
import { skusOf } from '../form/skusOf';

/** One line of the cart that a preview is drawn for. */
export interface SampleLine {
  readonly sku: PickedSku;
  readonly quantity: number;
}

/** The most lines of a sample. */
export const mostSampled = 6;

/** What a sample is made of when the manager has chosen none: SKUs, products, or two goods within a scope. */
export type Seed =
  | { readonly of: 'skus'; readonly skus: readonly PickedSku[] }
  | { readonly of: 'products'; readonly productIds: readonly string[] }
  | { readonly of: 'scope'; readonly scope: Scope };

/** How many goods a sample has by itself. */
const goodsByDefault = 2;

/** How many goods are looked through for some within a scope. */
const lookedThrough = 40;

/** The SKUs of a sample that nobody chose: of each product the first that is on the shelf. */
export async function seeded(seed: Seed): Promise<PickedSku[]> {
  if (seed.of === 'skus') return seed.skus.slice(0, goodsByDefault);
  const ids = seed.of === 'products' ? seed.productIds : await productsWithin(seed.scope);
  return Promise.all(ids.slice(0, mostSampled).map(firstSku));
}

async function productsWithin(scope: Scope): Promise<string[]> {
  const [named] = scope.categoryIds;
  if (!scope.all && scope.productIds.length > 0) return scope.productIds.slice(0, goodsByDefault);
  const { items } = await ask('catalogue.products', {
    limit: lookedThrough,
    ...(scope.all || named === undefined ? {} : { categoryId: named }),
  });
  const isWithin = scopeOf(scope);
  return items
    .filter((good) => isWithin(good))
    .slice(0, goodsByDefault)
    .map((good) => good.productId);
}

async function firstSku(productId: string): Promise<PickedSku> {
  const product = await ask('catalogue.product', { productId });
  const skus = skusOf(product);
  const sku = skus.find((one) => one.left > 0) ?? skus[0];
  if (sku === undefined) throw new Error(`a product without SKUs: ${productId}`);
  return sku;
}
