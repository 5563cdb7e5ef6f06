import type { Refusal } from '../../../kit/refusal';
import { categoryRates, productsById } from '../../catalogue/usecases/by-id';
import type { World } from '../../registry';
import { refuse } from '../refusals';
import type { Audience, Scope } from '../schema/scope';
import { findUnknownStores } from '../store/make';

/** Why an offer cannot be for these goods and people: ids of nothing in this shop. Foreign and missing ids are alike. */
export async function whyNotNamed(
  here: Pick<World, 'db' | 'shop'>,
  { scope, audience }: { scope: Scope; audience: Audience },
  moreProductIds: readonly string[] = [],
): Promise<Refusal | null> {
  const productIds = [...scope.productIds, ...scope.not.productIds, ...moreProductIds];
  const products = await productsById(here, productIds);
  const productId = productIds.find((id) => !products.has(id));
  if (productId !== undefined) return refuse('no_such_goods', { productId });
  const categoryIds = [...scope.categoryIds, ...scope.not.categoryIds];
  const categories = categoryIds.length === 0 ? new Map() : await categoryRates(here);
  const categoryId = categoryIds.find((id) => !categories.has(id));
  if (categoryId !== undefined) return refuse('no_such_goods', { categoryId });
  const [storeId] = await findUnknownStores(here.db, here.shop.shopId, audience.storeIds);
  return storeId === undefined ? null : refuse('no_such_store', { storeId });
}
