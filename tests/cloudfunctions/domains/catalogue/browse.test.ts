import { sql } from 'kysely';
import type { ListProducts, Sort } from '../../../../cloudfunctions/domains/catalogue/schema';
import {
  listCategories,
  listProducts,
  showHome,
  showProduct,
} from '../../../../cloudfunctions/domains/catalogue/usecases/browse';
import { skuFacts } from '../../../../cloudfunctions/domains/catalogue/usecases/sku-facts';
import type { VisitorContext } from '../../../../cloudfunctions/domains/registry';
import { bigrams } from '../../../../cloudfunctions/kit/text';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let visitor: VisitorContext;
let shoesId: string;
let sandalsId: string;

beforeAll(async () => {
  small = await smallShop(database.db);
  visitor = { ...(await small.shopper()), caller: null };
  const { db } = database;
  const [shoes] = await db.selectFrom('categories').selectAll().execute();
  shoesId = shoes?.categoryId ?? '';
  sandalsId = newId();
  const below = { name: '凉鞋', parentId: shoesId, position: 1, categoryId: sandalsId };
  if (shoes !== undefined)
    await db
      .insertInto('categories')
      .values({ ...shoes, ...below })
      .execute();
  const titles = ['轻云跑步鞋', '山茶花凉鞋', '运动短袖', '儿童运动鞋', '金镶玉吊坠', 'Air Max 90'];
  // Many values are equal, so that only the id tells two products apart.
  for (let made = 0; made < 57; made += 1)
    await addProduct(`${titles[made % titles.length]} ${made}`, {
      ...{ heat: made % 3, listedAt: noon - (made % 4), priceFen: 10_000 + (made % 2) },
      categoryId: made % 5 === 0 ? sandalsId : shoesId,
    });
});

interface Told {
  heat?: number;
  listedAt?: number;
  priceFen?: number;
  categoryId?: string;
  state?: 'on' | 'off' | 'by_link';
}

/** Adds a product like the small shop's own; its id. */
async function addProduct(title: string, told: Told): Promise<string> {
  const productId = newId();
  const { heat = 0, listedAt = noon, priceFen = 100, categoryId = shoesId, state = 'on' } = told;
  const words = bigrams(title)
    .map((word) => `'${word}'`)
    .join(' ');
  await sql`insert into products (shop_id, product_id, category_id, template_id, title, pictures, card_url,
      spec_names, details, state, price_fen, words, listed_at, heat)
    select shop_id, ${productId}, ${categoryId}, template_id, ${title}, pictures, card_url, spec_names, details,
      ${state}, ${priceFen}, ${words}::tsvector, ${listedAt}, ${heat}
    from products where product_id = ${small.productId}`.execute(database.db);
  return productId;
}

const asked = (wanted: Partial<ListProducts>): ListProducts => ({
  sort: 'hot',
  limit: 20,
  ...wanted,
});

/** Every product of a list, page by page, with how many pages there were. */
async function walk(wanted: Partial<ListProducts>) {
  const items: Awaited<ReturnType<typeof listProducts>>['items'] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await listProducts(visitor, asked({ ...wanted, cursor }));
    expect(page.items.length).toBeLessThanOrEqual(wanted.limit ?? 20);
    items.push(...page.items);
    pages += 1;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { items, pages };
}

const search = async (words: string) =>
  (await walk({ words, limit: 40 })).items.map(({ title }) => title.replace(/ \d+$/, ''));

describe('a list of products', () => {
  const columns: Record<Sort, string> = {
    ...{ hot: 'heat desc, product_id desc', new: 'listed_at desc, product_id desc' },
    ...{ priceUp: 'price_fen, product_id', priceDown: 'price_fen desc, product_id desc' },
  };
  const sorts = Object.keys(columns) as Sort[];

  it.each(sorts.flatMap((sort) => [1, 2, 7, 29, 40].map((limit) => [sort, limit] as const)))(
    'by %s in pages of %d shows every product once, in order',
    async (sort, limit) => {
      const { items, pages } = await walk({ sort, limit });
      const { rows } = await sql<{ productId: string }>`select product_id from products
        where shop_id = ${small.shop.shopId} order by ${sql.raw(columns[sort])}`.execute(
        database.db,
      );
      expect(items.map(({ productId }) => productId)).toEqual(
        rows.map(({ productId }) => productId),
      );
      expect(pages).toBe(Math.ceil(58 / limit));
    },
  );

  it('neither repeats nor loses a product that was there when another comes or goes between pages', async () => {
    const first = await listProducts(visitor, asked({ sort: 'new', limit: 10 }));
    const passing = await addProduct('刚上架', { listedAt: noon + 1 });
    const second = await listProducts(
      visitor,
      asked({ sort: 'new', limit: 40, cursor: first.next ?? '' }),
    );
    const third = await listProducts(
      visitor,
      asked({ sort: 'new', limit: 40, cursor: second.next ?? '' }),
    );
    await database.db.deleteFrom('products').where('productId', '=', passing).execute();
    const ids = [...first.items, ...second.items, ...third.items].map(({ productId }) => productId);
    expect(new Set(ids).size).toBe(58);
    expect(ids).toHaveLength(58);
  });

  it('of a category holds what is in it and below it', async () => {
    const below = (await walk({ categoryId: sandalsId })).items;
    expect(below).toHaveLength(12);
    expect((await walk({ categoryId: shoesId })).items).toHaveLength(58);
  });

  it('of an offer holds what is named by product, category or tag, and nothing that is left out', async () => {
    const nothing = { productIds: [], categoryIds: [], tags: [] };
    const ids = async (among: Partial<NonNullable<ListProducts['among']>>) =>
      (
        await walk({ among: { ...nothing, all: false, not: nothing, ...among }, limit: 40 })
      ).items.map(({ productId }) => productId);
    const sandals = await ids({ categoryIds: [sandalsId] });
    expect(sandals).toHaveLength(12);
    expect(await ids({ categoryIds: [shoesId] })).toHaveLength(58);
    expect(await ids({ productIds: [small.productId] })).toEqual([small.productId]);
    expect(await ids({ productIds: [small.productId], categoryIds: [sandalsId] })).toHaveLength(13);
    expect(await ids({ all: true, not: { ...nothing, categoryIds: [sandalsId] } })).toHaveLength(
      46,
    );
    expect(
      await ids({ categoryIds: [sandalsId], not: { ...nothing, productIds: sandals } }),
    ).toEqual([]);
    await sql`update products set tags = '{秒杀}' where product_id = ${small.productId}`.execute(
      database.db,
    );
    expect(await ids({ tags: ['秒杀'] })).toEqual([small.productId]);
    expect(await ids({})).toEqual([]);
  });

  it('of a category that is none, or of another shop, is refused', async () => {
    const other = await smallShop(database.db);
    const foreign = await database.db
      .selectFrom('categories')
      .select('categoryId')
      .where('shopId', '=', other.shop.shopId)
      .executeTakeFirstOrThrow();
    for (const { categoryId } of [foreign, { categoryId: newId() }])
      expect(await refusalOf(listProducts(visitor, asked({ categoryId })))).toMatchObject({
        code: 'no_such_category',
      });
  });

  it.each(['', 'x', '1~x', `1~${'-'.repeat(36)}`, `1.5~${newId()}`])(
    'is refused for a cursor that no list gave: %p',
    async (cursor) => {
      expect(await refusalOf(listProducts(visitor, asked({ cursor })))).toMatchObject({
        kind: 'invalid',
        code: 'bad_cursor',
      });
    },
  );
});

describe('search', () => {
  it.each([
    ['运动', ['运动短袖', '儿童运动鞋']],
    ['凉鞋', ['山茶花凉鞋']],
    ['动鞋', ['儿童运动鞋']],
    ['儿童 运动', ['儿童运动鞋']],
    ['运动鞋', ['儿童运动鞋']],
    ['吊坠', ['金镶玉吊坠']],
    ['air', ['Air Max 90']],
    ['AIR MAX', ['Air Max 90']],
    [' 运\u200b动 ', ['运动短袖', '儿童运动鞋']],
  ])('for %p finds %p', async (words, titles) => {
    expect(new Set(await search(words))).toEqual(new Set(titles));
  });

  it.each(['靴子', '动运', '。', '!!', "'", '%', '\\', '& | !'])(
    'for %p finds nothing',
    async (words) => {
      expect(await search(words)).toEqual([]);
    },
  );

  it('for nothing is the whole list', async () => {
    expect(await search('')).toHaveLength(58);
  });

  it('goes page by page like every list', async () => {
    const one = await walk({ words: '运动', limit: 3 });
    const whole = await walk({ words: '运动', limit: 40 });
    expect(one.items).toEqual(whole.items);
    expect(one.pages).toBeGreaterThan(3);
  });
});

describe('a product that is not on sale', () => {
  it('stands in no list, search or home page', async () => {
    const before = (await walk({})).items.length;
    await addProduct('雪地靴', { state: 'off', heat: 99 });
    await addProduct('断码雪地靴', { state: 'by_link', heat: 99, listedAt: noon + 9 });
    expect((await walk({})).items).toHaveLength(before);
    expect(await search('雪地')).toEqual([]);
    const home = JSON.stringify(await showHome(visitor));
    expect(home).not.toContain('雪地靴');
  });

  it('opens from a card when it is by link, and says when it is off', async () => {
    const [off, byLink] = [
      await addProduct('旧款', { state: 'off' }),
      await addProduct('只给熟客', { state: 'by_link' }),
    ];
    expect(await showProduct(visitor, { productId: off })).toMatchObject({ onSale: false });
    expect(await showProduct(visitor, { productId: byLink })).toMatchObject({ onSale: true });
  });

  it('cannot be bought when it is off, and can by link', async () => {
    const state = (said: 'on' | 'off' | 'by_link') =>
      database.db
        .updateTable('products')
        .set({ state: said })
        .where('productId', '=', small.productId)
        .execute();
    const onSale = async () => (await skuFacts(visitor, small.skus)).map((fact) => fact.onSale);
    await state('off');
    expect(await onSale()).toEqual([false, false]);
    await state('by_link');
    expect(await onSale()).toEqual([true, true]);
    await state('on');
  });
});

describe('a product’s page', () => {
  it('shows only SKUs that are on sale, with what is left of each', async () => {
    const [first, second] = small.skus;
    const sale = (onSale: boolean) =>
      database.db.updateTable('skus').set({ onSale }).where('skuId', '=', second).execute();
    await small.stock(first, 5_000);
    await sale(false);
    const { skus } = await showProduct(visitor, { productId: small.productId });
    expect(skus.map(({ skuId, left }) => [skuId, left])).toEqual([[first, 999]]);
    await sale(true);
  });

  it('tells no cost, floor price or commission', async () => {
    const shown = JSON.stringify(await showProduct(visitor, { productId: small.productId }));
    expect(shown).not.toMatch(/cost|floor|rateBp/i);
  });

  it('that is none is refused', async () => {
    expect(await refusalOf(showProduct(visitor, { productId: newId() }))).toMatchObject({
      code: 'no_such_product',
    });
  });
});

describe('categories', () => {
  it('come parents first', async () => {
    const { items } = await listCategories(visitor);
    expect(items.map(({ parentId }) => parentId)).toEqual([null, shoesId]);
  });
});
