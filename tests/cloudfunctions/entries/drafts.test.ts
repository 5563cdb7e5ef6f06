import { sql } from 'kysely';
import { procedures } from '../../../cloudfunctions/entries/api/procedures';
import { day } from '../../../cloudfunctions/kit/time';
import { serve, type Door } from '../../../cloudfunctions/platform/door';
import { newId } from '../../../cloudfunctions/platform/ids';
import { makeLog } from '../../../cloudfunctions/platform/log';
import { testDatabase } from '../../support/database';
import { couponDraft, promotionDraft } from '../../support/offers';
import { noon, smallShop, type SmallShop } from '../../support/small-shop';

const database = testDatabase();
const defects: string[] = [];
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});

/** Asks as the manager. */
function ask(name: string, draft: unknown) {
  const log = makeLog('error', (line) => defects.push(line));
  const context = { ...small.staff(small.manager), nowMs: noon };
  const meet: Door['meet'] = () =>
    Promise.resolve({ asking: context, admit: () => Promise.resolve(context) });
  const input = { key: newId(), draft };
  return serve({ procedures, log, checkOutputs: true, meet }, { name, input });
}

type Path = readonly (string | number)[];

/** The way to every value of a draft, lists and objects among them. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return [path, ...inner];
}

/** A draft with another value at one place. */
function put(draft: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: unknown = structuredClone(draft);
  const parts = copy as Record<string | number, unknown>;
  parts[key] = put(parts[key], rest, value);
  return copy;
}

const nasty: readonly unknown[] = [
  ...[null, true, '', 'x', '\u0000', '\ud800', '\u200b', "'; drop table promotions; --", '9'],
  ...[-1, 0, 1, 1.5, 2 ** 31, 2 ** 53, 1e308, Number.NaN, Number.POSITIVE_INFINITY],
  ...[[], {}, [[]], [null], '0193a5c0-0000-7000-8000-000000000001'],
];

/**
 * That a draft is taken, and with an odd value in any one place within `parts` is taken or refused: never a
 * defect, and what is refused leaves neither a row nor a key.
 */
async function withstands(name: string, draft: object, parts: readonly string[]): Promise<void> {
  expect([await ask(name, draft), defects]).toMatchObject([{ ok: true }, []]);
  await stopAll();
  let made = 1;
  for (const path of pathsOf(draft).filter(([part]) => parts.includes(String(part)))) {
    for (const value of nasty) {
      const said = await ask(name, put(draft, path, value));
      expect([path, value, defects.splice(0)]).toEqual([path, value, []]);
      if (!said.ok) continue;
      made += 1;
      await stopAll();
    }
  }
  const { rows } = await sql<{ keys: number; offers: number }>`
    select (select count(*) from idempotency_keys where shop_id = ${small.shop.shopId})::int as keys,
      (select count(*) from promotions where shop_id = ${small.shop.shopId})::int
        + (select count(*) from coupon_batches where shop_id = ${small.shop.shopId})::int as offers`.execute(
    database.db,
  );
  expect(rows).toEqual([{ keys: made, offers: made }]);
}

/** Makes room for the next: what runs would refuse it. */
async function stopAll(): Promise<void> {
  for (const table of ['promotions', 'coupon_batches'])
    await sql`update ${sql.table(table)} set stopped_at = ${noon} where stopped_at is null`.execute(
      database.db,
    );
}

const tier = { atLeast: 10_000 };

/** One promotion of each kind, with as much said as can be. */
const promotions: Record<string, (skuId: string, productIds: string[]) => object> = {
  flash: (skuId) => ({ goods: [{ skuId, priceFen: 100, pieces: 10 }], mostPerMember: 2 }),
  exchange: (skuId) => ({ goods: [{ skuId, points: 5, priceFen: 100, pieces: 3 }] }),
  timed: () => ({ cut: { by: 'off', offFen: 100 } }),
  member: () => ({ rates: [{ level: 1, paysBp: 9_000 }] }),
  bundle: (_sku, productIds) => ({
    items: productIds.map((productId) => ({ productId, quantity: 2 })),
    ...{ priceFen: 9_900, mostSets: 3 },
  }),
  nth: () => ({ nth: 2, paysBp: 5_000 }),
  off: () => ({ by: 'amount', tiers: [{ ...tier, offFen: 100 }], repeats: true }),
  rate: () => ({ by: 'pieces', tiers: [{ atLeast: 2, paysBp: 9_000 }] }),
  gift: (skuId) => ({ by: 'amount', tiers: [{ ...tier, skuId, quantity: 1 }] }),
  add_on: (skuId) => ({ by: 'amount', ...tier, goods: [{ skuId, priceFen: 100, most: 1 }] }),
  free_freight: () => ({ by: 'amount', ...tier, notProvinces: ['65'] }),
};

const coupons: [string, object][] = [
  ['an amount, claimed', { perDay: 1, budgetFen: 9_000 }],
  [
    'a rate, by code',
    { terms: { kind: 'percent', paysBp: 8_800, capFen: 500 }, giving: { by: 'code' } },
  ],
  ['a good, by packet', { terms: { kind: 'exchange' }, giving: { by: 'packet', pieces: 3 } }],
  ['freight, on a level', { terms: { kind: 'freight', offFen: 500 }, giving: onLevel() }],
  ['an amount, for points', { giving: { by: 'points', points: 9 }, validity: someDays() }],
];

function onLevel() {
  return { by: 'event', event: { on: 'level_up', level: 2 } };
}

function someDays() {
  return { by: 'dates', fromAt: noon, untilAt: noon + 9 * day };
}

/** Whom and what it is for, with something in every list. */
function named() {
  const goods = { productIds: [small.productId], categoryIds: [], tags: ['新品'] };
  return {
    scope: { all: false, ...goods, not: { productIds: [], categoryIds: [], tags: ['特价'] } },
    audience: { storeIds: [small.storeId], levels: [1], tags: ['老客'], newBuyers: false },
  };
}

/** A second product, since a bundle is of two. */
async function addProduct(): Promise<string> {
  const productId = newId();
  await sql`insert into products (shop_id, product_id, category_id, template_id, title, pictures, card_url, spec_names,
      state, price_fen, words, listed_at)
    select shop_id, ${productId}, category_id, template_id, '袜子', pictures, card_url, spec_names, state, 990, words, 0
    from products where product_id = ${small.productId}`.execute(database.db);
  return productId;
}

describe('one odd value in a draft of', () => {
  it.each(Object.keys(promotions))('%s is taken or refused, and never a defect', async (kind) => {
    const terms = promotions[kind]?.(small.skus[0], [small.productId, await addProduct()]);
    const limits = { budgetFen: 9_000, uses: 9, usesPerMember: 1 };
    const draft = promotionDraft({ kind, ...terms }, { ...named(), limits, withCoupons: true });
    await withstands('promotions.create', draft, kind === 'flash' ? Object.keys(draft) : ['terms']);
  });

  it.each(coupons)('%s is taken or refused, and never a defect', async (_what, more) => {
    const draft = couponDraft({ ...named(), ...more });
    const parts = 'budgetFen' in more ? Object.keys(draft) : Object.keys(more);
    await withstands('coupons.createBatch', draft, parts);
  });
});
