import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import {
  addSold,
  findSkuFacts,
  listSkuRows,
  releaseStock,
  returnSold,
  takeSold,
  type Pieces,
} from '../store';

/** A SKU as carts and orders need it; amounts in fen. */
export type SkuFact = ReturnType<typeof skuFact>;

/** A SKU as the function `sku_facts` finds it. */
export type SkuRow = Awaited<ReturnType<typeof findSkuFacts>>[number];

const mostLeft = 999;

/** What shows, prices and earns commission for SKUs; unknown ids are not among them. */
export async function skuFacts(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  skuIds: readonly string[],
) {
  const rows = await findSkuFacts(db, shop.shopId, skuIds);
  return rows.map(skuFact);
}

/** What a row of `sku_facts` means to carts and orders. */
export function skuFact(row: SkuRow) {
  return {
    skuId: row.skuId,
    productId: row.productId,
    templateId: row.templateId,
    categoryIds: row.parentId === null ? [row.categoryId] : [row.categoryId, row.parentId],
    tags: row.tags,
    title: row.title,
    specText: row.specValues.join(' · '),
    pictureUrl: row.pictureUrl === '' ? (row.firstPicture ?? '') : row.pictureUrl,
    listFen: row.priceFen,
    marketFen: row.marketFen,
    weightGrams: row.weightGrams,
    left: Math.min(row.onHand, mostLeft),
    onSale: row.onSale && row.state !== 'off',
    rateBp: row.rateBp,
    categoryRateBp: row.categoryRateBp,
    template: { name: row.templateName, terms: row.terms },
  };
}

/** Puts the pieces of an order that closed back on the shelf. */
export async function putBack(
  world: Pick<World, 'shop'>,
  tx: Queries<Tables>,
  pieces: Pieces,
): Promise<void> {
  await releaseStock(tx, world.shop.shopId, pieces);
}

/** Puts pieces that had been sold back on the shelf. */
export async function putBackSold(
  world: Pick<World, 'shop'>,
  tx: Queries<Tables>,
  pieces: Pieces,
): Promise<void> {
  await returnSold(tx, world.shop.shopId, pieces);
}

/** Counts pieces as sold where shoppers see it. */
export async function countSold(
  world: Pick<World, 'shop'>,
  tx: Queries<Tables>,
  sold: readonly { productId: string; quantity: number }[],
): Promise<void> {
  await addSold(tx, world.shop.shopId, sold);
}

/** Takes pieces from the shelf for an exchange, as sold; answers false and takes nothing when there are too few. */
export async function takeForExchange(
  world: Pick<World, 'shop'>,
  tx: Queries<Tables>,
  pieces: Pieces,
): Promise<boolean> {
  return takeSold(tx, world.shop.shopId, pieces);
}

/** A product's SKUs that are on sale: specs, list price in fen, and what is left, 999 at most. */
export async function skusOnSale({ db, shop }: Pick<World, 'db' | 'shop'>, productId: string) {
  const rows = await listSkuRows(db, shop.shopId, productId);
  return rows.map(({ skuId, specValues, priceFen, onHand }) => ({
    skuId,
    specText: specValues.join(' · '),
    listFen: priceFen,
    left: Math.min(onHand, mostLeft),
  }));
}
