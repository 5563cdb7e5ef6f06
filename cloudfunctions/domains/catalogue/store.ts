import { sql } from 'kysely';
import type { Place } from '../../kit/cursor';
import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';
import type { Sort } from './schema';
import type { CatalogueTables } from './tables';

type Db = Queries<Tables>;

const cardColumns = [
  'p.productId',
  'p.title',
  'p.subtitle',
  'p.pictures',
  'p.priceFen',
  'p.marketFen',
  'p.soldCount',
  'p.tags',
  'p.heat',
  'p.listedAt',
  'p.rateBp',
  'p.categoryId',
] as const;

/** Pieces of a product that can be bought now, over its SKUs on sale. */
const onHand = sql<number>`coalesce((select sum(k.on_hand) from skus s join stock k on k.shop_id = s.shop_id
  and k.sku_id = s.sku_id where s.shop_id = p.shop_id and s.product_id = p.product_id and s.on_sale), 0)::int`;

/** The category above that of a product; null where there is none. */
const parentId = sql<
  string | null
>`(select c.parent_id from categories c where c.shop_id = p.shop_id
  and c.category_id = p.category_id)`;

interface NamedGoods {
  productIds: readonly string[];
  categoryIds: readonly string[];
  tags: readonly string[];
}

/** Which products a list is about. */
export interface ProductFilter {
  shopId: string;
  categoryIds?: readonly string[] | undefined;
  words?: readonly string[] | undefined;
  /** Only goods that one of these names, and none that `not` names; categories with those below them. */
  among?: (NamedGoods & { all: boolean; not: NamedGoods }) | undefined;
  sort: Sort;
  after?: Place | undefined;
  limit: number;
}

/** Products on sale as lists show them, sorted, from a place on; one more than asked tells of a next page. */
export async function findCards(db: Db, filter: ProductFilter) {
  const { shopId, categoryIds, words, among, sort, after, limit } = filter;
  const { column, descending } = sorting[sort];
  let query = db
    .selectFrom('products as p')
    .select([...cardColumns, onHand.as('onHand'), parentId.as('parentId')])
    .where('p.shopId', '=', shopId)
    .where('p.state', '=', 'on');
  if (categoryIds !== undefined) query = query.where('p.categoryId', 'in', [...categoryIds]);
  if (words !== undefined) query = query.where(allWords(words));
  if (among?.all === false) query = query.where(named(among));
  if (among !== undefined) query = query.where(sql<boolean>`not ${named(among.not)}`);
  if (after !== undefined) query = query.where(behind(column, descending, after));
  return query
    .orderBy(column, descending ? 'desc' : 'asc')
    .orderBy('p.productId', descending ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

const sorting = {
  hot: { column: 'p.heat', descending: true },
  new: { column: 'p.listedAt', descending: true },
  priceUp: { column: 'p.priceFen', descending: false },
  priceDown: { column: 'p.priceFen', descending: true },
} as const;

function behind(
  column: 'p.heat' | 'p.listedAt' | 'p.priceFen',
  descending: boolean,
  { value, id }: Place,
) {
  const row = sql`(${sql.ref(column)}, p.product_id)`;
  const place = sql`(${value}::bigint, ${id}::uuid)`;
  return descending ? sql<boolean>`${row} < ${place}` : sql<boolean>`${row} > ${place}`;
}

function named({ productIds, categoryIds, tags }: NamedGoods) {
  return sql<boolean>`(p.product_id = any(${productIds}::uuid[]) or p.category_id = any(${categoryIds}::uuid[])
    or p.tags && ${tags}::text[])`;
}

function allWords(words: readonly string[]) {
  return sql<boolean>`p.words @@ ${queryText(words)}::tsquery`;
}

/** Every word must be there: `'运动' & '动鞋'`, quoted as tsquery wants it. */
function queryText(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`).join(' & ');
}

/** All categories of the shop, in their order. */
export async function listCategoryRows(db: Db, shopId: string) {
  return db
    .selectFrom('categories')
    .selectAll()
    .where('shopId', '=', shopId)
    .orderBy('position')
    .limit(500)
    .execute();
}

/** The banners of the home page, in their order. */
export async function listBannerRows(db: Db, shopId: string) {
  return db
    .selectFrom('homeBlocks')
    .select(['blockId', 'content'])
    .where('shopId', '=', shopId)
    .where('kind', '=', 'banner')
    .orderBy('position')
    .limit(10)
    .execute();
}

/** One product with its category and freight terms. */
export async function findProduct(db: Db, shopId: string, productId: string) {
  return db
    .selectFrom('products as p')
    .innerJoin('categories as c', (join) =>
      join.onRef('c.shopId', '=', 'p.shopId').onRef('c.categoryId', '=', 'p.categoryId'),
    )
    .innerJoin('freightTemplates as t', (join) =>
      join.onRef('t.shopId', '=', 'p.shopId').onRef('t.templateId', '=', 'p.templateId'),
    )
    .select([
      'p.productId',
      'p.title',
      'p.subtitle',
      'p.tags',
      'p.pictures',
      'p.cardUrl',
      'p.categoryId',
      'p.priceFen',
      'p.marketFen',
      'p.soldCount',
      'p.specNames',
      'p.details',
      'p.state',
      'p.rateBp',
      'c.name as categoryName',
      'c.parentId',
      'c.rateBp as categoryRateBp',
      't.terms',
    ])
    .where('p.shopId', '=', shopId)
    .where('p.productId', '=', productId)
    .executeTakeFirst();
}

/** A product's SKUs that are on sale, with the pieces on hand. */
export async function listSkuRows(db: Db, shopId: string, productId: string) {
  return db
    .selectFrom('skus as s')
    .innerJoin('stock as k', (join) =>
      join.onRef('k.shopId', '=', 's.shopId').onRef('k.skuId', '=', 's.skuId'),
    )
    .select(['s.skuId', 's.specValues', 's.priceFen', 's.marketFen', 's.pictureUrl', 'k.onHand'])
    .where('s.shopId', '=', shopId)
    .where('s.productId', '=', productId)
    .where('s.onSale', '=', true)
    .orderBy('s.position')
    .limit(200)
    .execute();
}

/** A SKU as `sku_facts` finds it; amounts in fen, weight in grams. */
interface SkuRow {
  skuId: string;
  productId: string;
  templateId: string;
  categoryId: string;
  parentId: string | null;
  tags: string[];
  title: string;
  specValues: string[];
  pictureUrl: string;
  firstPicture: string | null;
  priceFen: number;
  marketFen: number | null;
  weightGrams: number;
  onSale: boolean;
  state: 'on' | 'off' | 'by_link';
  rateBp: number | null;
  categoryRateBp: number;
  onHand: number;
  templateName: string;
  terms: CatalogueTables['freightTemplates']['terms'];
}

/** What prices, shows and earns commission for SKUs; unknown ids are not among them. */
export async function findSkuFacts(
  db: Db,
  shopId: string,
  skuIds: readonly string[],
): Promise<SkuRow[]> {
  if (skuIds.length === 0) return [];
  const ids = [...new Set(skuIds)];
  const { rows } = await sql<{
    facts: SkuRow[];
  }>`select sku_facts(${shopId}, ${ids}::uuid[]) as facts`.execute(db);
  return rows[0]?.facts ?? [];
}

/** Pieces of SKUs, each with its quantity, in the order of SKU ids: the order in which stock is locked. */
export type Pieces = readonly { skuId: string; quantity: number }[];

/** Puts held pieces back on the shelf. Locks stock by SKU. */
export async function releaseStock(db: Db, shopId: string, pieces: Pieces): Promise<void> {
  const sorted = [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
  for (const { skuId, quantity } of sorted) {
    await db
      .updateTable('stock')
      .set({ held: sql`held - ${quantity}`, onHand: sql`on_hand + ${quantity}` })
      .where('shopId', '=', shopId)
      .where('skuId', '=', skuId)
      .execute();
  }
}

/** Puts sold pieces back on the shelf, SKU by SKU in the order in which stock is locked. */
export async function returnSold(db: Db, shopId: string, pieces: Pieces): Promise<void> {
  const sorted = [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
  for (const { skuId, quantity } of sorted) {
    if (quantity === 0) continue;
    await db
      .updateTable('stock')
      .set({ sold: sql`sold - ${quantity}`, onHand: sql`on_hand + ${quantity}` })
      .where('shopId', '=', shopId)
      .where('skuId', '=', skuId)
      .execute();
  }
}

/** Takes pieces from the shelf as sold, all or none: false when there are too few of one. */
export async function takeSold(db: Db, shopId: string, pieces: Pieces): Promise<boolean> {
  const skuIds = pieces.map(({ skuId }) => skuId);
  const shelves = await db
    .selectFrom('stock')
    .select(['skuId', 'onHand'])
    .where('shopId', '=', shopId)
    .where('skuId', 'in', skuIds)
    .orderBy('skuId')
    .forUpdate()
    .execute();
  const wanted = (skuId: string) =>
    pieces.filter((one) => one.skuId === skuId).reduce((sum, one) => sum + one.quantity, 0);
  const enough = skuIds.every((skuId) =>
    shelves.some((shelf) => shelf.skuId === skuId && shelf.onHand >= wanted(skuId)),
  );
  if (!enough) return false;
  for (const { skuId, quantity } of pieces)
    await db
      .updateTable('stock')
      .set({ sold: sql`sold + ${quantity}`, onHand: sql`on_hand - ${quantity}` })
      .where('shopId', '=', shopId)
      .where('skuId', '=', skuId)
      .execute();
  return true;
}

/** Adds sold pieces to the counts that shoppers see. */
export async function addSold(
  db: Db,
  shopId: string,
  sold: readonly { productId: string; quantity: number }[],
): Promise<void> {
  for (const { productId, quantity } of [...sold].sort((a, b) =>
    a.productId < b.productId ? -1 : 1,
  )) {
    await db
      .updateTable('products')
      .set({ soldCount: sql`sold_count + ${quantity}`, heat: sql`heat + ${quantity}` })
      .where('shopId', '=', shopId)
      .where('productId', '=', productId)
      .execute();
  }
}

/** Titles and pictures of products, on sale or not. */
export async function findTitles(db: Db, shopId: string, productIds: readonly string[]) {
  return db
    .selectFrom('products')
    .select(['productId', 'title', 'pictures'])
    .where('shopId', '=', shopId)
    .where('productId', 'in', [...productIds])
    .execute();
}
