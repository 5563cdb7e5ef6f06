import type { Audience, Scope } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import { ask } from '../../../cloud';
import type { PickedProduct, PickedSku } from './picked';
import type { Names } from './scopeForm';

/** As many products as are asked for at once. */
const atOnce = 6;

/** The names of what an offer names: its products (and `more`), categories and stores; what is gone has none. */
export async function askNames(
  { scope, audience }: { scope: Scope; audience: Audience },
  more: readonly string[] = [],
): Promise<Names> {
  const productIds = [...scope.productIds, ...scope.not.productIds, ...more];
  const categoryCount = scope.categoryIds.length + scope.not.categoryIds.length;
  const [products, categories, stores] = await Promise.all([
    askProducts([...new Set(productIds)]),
    categoryCount === 0 ? [] : ask('catalogue.categories', {}).then(({ items }) => items),
    audience.storeIds.length === 0 ? [] : ask('guides.stores', {}).then(({ items }) => items),
  ]);
  return {
    products,
    categories: Object.fromEntries(categories.map((one) => [one.categoryId, one.name])),
    stores: Object.fromEntries(stores.map((one) => [one.storeId, one.name])),
  };
}

async function askProducts(ids: readonly string[]): Promise<Record<string, PickedProduct>> {
  const found: Record<string, PickedProduct> = {};
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = await Promise.all(ids.slice(from, from + atOnce).map(askProduct));
    for (const product of some) if (product !== null) found[product.productId] = product;
  }
  return found;
}

/** Null for one that the shop does not have any more. */
async function askProduct(productId: string): Promise<PickedProduct | null> {
  try {
    const { title, pictures, priceFen } = await ask('catalogue.product', { productId });
    return { productId, title, pictureUrl: pictures[0] ?? '', priceFen };
  } catch (reason) {
    if (isMissing(reason)) return null;
    throw reason;
  }
}

function isMissing(reason: unknown): boolean {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'code' in reason &&
    typeof reason.code === 'string' &&
    reason.code.startsWith('no_such')
  );
}

/** SKUs by id, as forms keep them; those that the shop does not have any more are not among them. */
export async function askSkus(skuIds: readonly string[]): Promise<Record<string, PickedSku>> {
  if (skuIds.length === 0) return {};
  const { skus } = await ask('cart.facts', { skuIds: [...skuIds] });
  return Object.fromEntries(
    skus.map(({ skuId, productId, title, specText, pictureUrl, listFen, left }) => [
      skuId,
      { skuId, productId, title, specText, pictureUrl, priceFen: listFen, left },
    ]),
  );
}
