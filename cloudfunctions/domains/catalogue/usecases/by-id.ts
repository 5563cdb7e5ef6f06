import type { World } from '../../registry';
import { findTitles, listCategoryRows } from '../store';

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
