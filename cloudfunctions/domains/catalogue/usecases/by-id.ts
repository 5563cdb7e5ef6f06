import type { World } from '../../registry';
import { findProduct, findTitles, listCategoryRows } from '../store';
import { categoryPath } from './browse';

type Here = Pick<World, 'db' | 'shop'>;

/** Title and first picture of products, by id; empty ids are passed over. */
export async function productsById({ db, shop }: Here, productIds: readonly (string | null)[]) {
  const wanted = [...new Set(productIds.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await findTitles(db, shop.shopId, wanted);
  return new Map(
    rows.map((row) => [row.productId, { title: row.title, pictureUrl: row.pictures[0] ?? '' }]),
  );
}

/** The commission rate of each category, in bp. */
export async function categoryRates({ db, shop }: Here) {
  const rows = await listCategoryRows(db, shop.shopId);
  return new Map(rows.map((row) => [row.categoryId, row.rateBp]));
}

/** A product as offers find it: its id, categories and tags; null for ids of nothing in this shop. */
export async function scopedProduct({ db, shop }: Here, productId: string) {
  const row = await findProduct(db, shop.shopId, productId);
  return row === undefined ? null : { productId, categoryIds: categoryPath(row), tags: row.tags };
}
