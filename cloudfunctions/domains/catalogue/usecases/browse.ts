import { pageOf, placeBehind } from '../../../kit/cursor';
import { present } from '../../../kit/refusal';
import { bigrams } from '../../../kit/text';
import type { VisitorContext, World } from '../../registry';
import { refuse } from '../refusals';
import { freightLine } from '../rules/freight';
import { shelfLook } from '../rules/shelf';
import type { Category, ListProducts, Product, ProductCard, ShowProduct, Sort } from '../schema';
import { findCards, findProduct, listBannerRows, listCategoryRows, listSkuRows } from '../store';

type CardRow = Awaited<ReturnType<typeof findCards>>[number];

const homeCategories = 10;
const homeCards = 10;
/** Stock beyond this is nobody's business; the phone only needs to know how many can be taken at most. */
const mostShown = 999;

/** Banners, two rows of categories, what is new and what is hot. */
export async function showHome(context: VisitorContext) {
  const { db, shop } = context;
  const [banners, categories, newest, hot] = await Promise.all([
    listBannerRows(db, shop.shopId),
    listCategoryRows(db, shop.shopId),
    findCards(db, { shopId: shop.shopId, sort: 'new', limit: homeCards }),
    findCards(db, { shopId: shop.shopId, sort: 'hot', limit: homeCards }),
  ]);
  const leaves = categories.filter((row) => row.parentId !== null);
  return {
    shop: { name: shop.name, slogan: shop.slogan, theme: shop.theme },
    banners: banners.map(({ blockId, content }) => ({ blockId, ...content })),
    categories: spread(leaves, homeCategories).map(categoryView),
    newest: newest.map(cardView),
    hot: hot.map(cardView),
  };
}

/** The tree of categories, parents before their children. */
export async function listCategories({ db, shop }: VisitorContext) {
  const rows = await listCategoryRows(db, shop.shopId);
  return {
    items: [
      ...rows.filter((row) => row.parentId === null),
      ...rows.filter((row) => row.parentId !== null),
    ].map(categoryView),
  };
}

/** Goods of a category (and of those below it) or for words, page by page. */
export async function listProducts(context: VisitorContext, wanted: ListProducts) {
  const { rows, next } = await cardPage(context, wanted);
  return { items: rows.map(cardView), next };
}

/** A page of product rows with the cursor of the page after it. Refuses cursors that are none. */
export async function cardPage(world: Pick<World, 'db' | 'shop'>, wanted: ListProducts) {
  const { sort, limit, cursor } = wanted;
  const after = placeBehind(cursor);
  const categoryIds = await categoriesBelow(world, wanted.categoryId);
  const words =
    wanted.words === undefined || wanted.words === '' ? undefined : bigrams(wanted.words);
  if (words?.length === 0) return { rows: [], next: null };
  const found = await findCards(world.db, {
    shopId: world.shop.shopId,
    categoryIds,
    words,
    among: await withBelow(world, wanted.among),
    sort,
    after,
    limit: limit + 1,
  });
  return pageOf(found, limit, (row) => ({ value: sortedValue(row, sort), id: row.productId }));
}

/** One product with its SKUs. A product that is off can be read by those who still hold a card of it, not bought. */
export async function showProduct(
  { db, shop }: VisitorContext,
  { productId }: ShowProduct,
): Promise<Product> {
  const [found, skus] = await Promise.all([
    findProduct(db, shop.shopId, productId),
    listSkuRows(db, shop.shopId, productId),
  ]);
  const row = present(found, refuse('no_such_product'));
  const {
    title,
    subtitle,
    tags,
    pictures,
    cardUrl,
    priceFen,
    marketFen,
    soldCount,
    specNames,
    details,
  } = row;
  return {
    productId,
    title,
    subtitle,
    tags,
    pictures,
    cardUrl,
    priceFen,
    marketFen,
    soldCount,
    specNames,
    details,
    category: { categoryId: row.categoryId, name: row.categoryName },
    categoryIds: categoryPath(row),
    skus: skus.map(({ onHand, pictureUrl, ...sku }) => ({
      ...sku,
      pictureUrl: pictureUrl === '' ? (pictures[0] ?? '') : pictureUrl,
      left: Math.min(onHand, mostShown),
    })),
    freightLine: freightLine(row.terms),
    onSale: row.state !== 'off',
  };
}

/** A row as lists show it. */
export function cardView(row: CardRow): ProductCard {
  const { productId, title, subtitle, pictures, priceFen, marketFen, soldCount, tags, onHand } =
    row;
  return {
    productId,
    title,
    subtitle,
    pictureUrl: pictures[0] ?? '',
    priceFen,
    marketFen,
    soldCount,
    tags,
    categoryIds: categoryPath(row),
    left: shelfLook(onHand),
  };
}

/** A product's category and the one above it: what an offer's scope may name. */
export function categoryPath({
  categoryId,
  parentId,
}: {
  categoryId: string;
  parentId: string | null;
}): string[] {
  return parentId === null ? [categoryId] : [categoryId, parentId];
}

async function categoriesBelow(world: Pick<World, 'db' | 'shop'>, categoryId: string | undefined) {
  if (categoryId === undefined) return undefined;
  const rows = await listCategoryRows(world.db, world.shop.shopId);
  present(
    rows.find((row) => row.categoryId === categoryId),
    refuse('no_such_category'),
  );
  return [
    categoryId,
    ...rows.filter((row) => row.parentId === categoryId).map((row) => row.categoryId),
  ];
}

/** What is named, with the categories below those that are; unknown ones name nothing. */
async function withBelow(world: Pick<World, 'db' | 'shop'>, among: ListProducts['among']) {
  if (among === undefined || among.categoryIds.length + among.not.categoryIds.length === 0)
    return among;
  const rows = await listCategoryRows(world.db, world.shop.shopId);
  const below = (ids: readonly string[]) => [
    ...ids,
    ...rows.filter((row) => ids.includes(row.parentId ?? '')).map((row) => row.categoryId),
  ];
  const { not } = among;
  return {
    ...among,
    categoryIds: below(among.categoryIds),
    not: { ...not, categoryIds: below(not.categoryIds) },
  };
}

function categoryView({ categoryId, parentId, name, pictureUrl }: Category): Category {
  return { categoryId, parentId, name, pictureUrl };
}

/** `count` items taken evenly from a list, so that each trade is seen on the home page. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)],
  ).filter((item) => item !== undefined);
}

function sortedValue(row: CardRow, sort: Sort): number {
  if (sort === 'hot') return row.heat;
  return sort === 'new' ? row.listedAt : row.priceFen;
}
