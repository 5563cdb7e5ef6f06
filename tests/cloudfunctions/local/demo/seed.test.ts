import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { bigrams } from '../../../../cloudfunctions/kit/text';
import { seedDemo, type SeedOptions } from '../../../../cloudfunctions/local/demo/seed';
import { unseal } from '../../../../cloudfunctions/platform/secret';
import { dataFaults } from '../../../support/data-faults';
import { testDatabase } from '../../../support/database';

const database = testDatabase();
const shopId = '0193a5c0-0000-7000-8000-000000000001';
const nowMs = Date.UTC(2026, 10, 22, 7, 50);
const dataKey = randomBytes(32).toString('base64');

function seeding(more: Partial<SeedOptions> = {}): SeedOptions {
  return { databaseUrl: database.url, shopId, nowMs, picturesFolder: null, dataKey, ...more };
}

/** How many rows break what `condition` of the query claims. */
async function count(query: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`${sql.raw(query)}`.execute(database.db);
  return Number(rows[0]?.count ?? -1);
}

const counted = [
  'members',
  'orders',
  'order_lines',
  'touches',
  'bindings',
  'commission_entries',
  'stock',
];

async function rowCounts(): Promise<number[]> {
  return Promise.all(counted.map((table) => count(`select count(*) from ${table}`)));
}

describe('seeding the demo shop', () => {
  beforeAll(async () => {
    await seedDemo(seeding());
  });

  test('a second time changes nothing', async () => {
    const before = await rowCounts();
    expect(await seedDemo(seeding({ nowMs: nowMs + 60_000 }))).toEqual({
      written: false,
      pictures: 0,
    });
    expect(await rowCounts()).toEqual(before);
  });

  test('twice at once, one of them writes', async () => {
    const other = { shopId: '0193a5c0-0000-7000-8000-000000000002', size: 'test' as const };
    const both = await Promise.all([seedDemo(seeding(other)), seedDemo(seeding(other))]);
    expect(both.map(({ written }) => written).sort()).toEqual([false, true]);
  });

  test('leaves data that are as they must be', async () => {
    expect(await dataFaults(database.db)).toEqual([]);
  });

  test('what is on its way has a parcel with all that left, and what waits at a counter a code', async () => {
    const missing = (table: string, states: string, delivery: string) =>
      count(`select count(*) from orders o where state in (${states}) and delivery = '${delivery}'
        and not exists (select from ${table} t where t.order_id = o.order_id)`);
    expect(await missing('parcels', `'shipped', 'received'`, 'express')).toBe(0);
    expect(await missing('pickups', `'paid'`, 'pickup')).toBe(0);
    expect(
      await count(`select count(*) from order_lines l join parcels p on p.order_id = l.order_id
        left join parcel_units u on u.parcel_id = p.parcel_id and u.line = l.line
        where coalesce(u.quantity, 0) <> l.shipped_quantity`),
    ).toBe(0);
    expect(
      await count(`select count(*) from orders where state = 'shipped' and delivery = 'pickup'
        and refunded_fen = 0`),
    ).toBe(0);
    expect(await count('select count(*) from parcels')).toBeGreaterThan(0);
    expect(await count('select count(*) from pickups')).toBeGreaterThan(0);
  });

  test('stock received is on hand, held or sold, and sold is what orders took', async () => {
    expect(await count('select count(*) from stock where received <> on_hand + held + sold')).toBe(
      0,
    );
    expect(
      await count(`select count(*) from stock s where sold <> coalesce((select sum(l.quantity) from order_lines l
        join orders o on o.shop_id = l.shop_id and o.order_id = l.order_id
        where l.shop_id = s.shop_id and l.sku_id = s.sku_id and o.state not in ('closed', 'unpaid')), 0)`),
    ).toBe(0);
    expect(
      await count(`select count(*) from stock s where held <> coalesce((select sum(l.quantity) from order_lines l
        join orders o on o.shop_id = l.shop_id and o.order_id = l.order_id
        where l.shop_id = s.shop_id and l.sku_id = s.sku_id and o.state = 'unpaid'), 0)`),
    ).toBe(0);
  });

  test('payments and refunds match their orders', async () => {
    expect(
      await count(`select count(*) from orders o where payable_fen <> case when paid_at is null then payable_fen else
        coalesce((select sum(p.amount_fen) from payments p where p.shop_id = o.shop_id and p.order_id = o.order_id), 0) end`),
    ).toBe(0);
    expect(
      await count(`select count(*) from payments p join orders o on o.shop_id = p.shop_id and o.order_id = p.order_id
        where o.paid_at is null or p.method = 'wechat' and p.amount_fen <> o.due_fen`),
    ).toBe(0);
    expect(
      await count(`select count(*) from refunds r join orders o on o.shop_id = r.shop_id and o.order_id = r.order_id
        where r.amount_fen <> o.payable_fen or o.state <> 'closed'`),
    ).toBe(0);
  });

  test('lines say what was bought, added and given, and a third of the shoppers’ purses are filled', async () => {
    for (const kind of ['bought', 'add_on', 'gift'])
      expect(
        await count(`select count(*) from order_lines where kind = '${kind}'`),
      ).toBeGreaterThan(0);
    expect(
      await count("select count(*) from order_lines where kind = 'gift' and paid_fen <> 0"),
    ).toBe(0);
    expect(await count('select count(*) from wallets')).toBeGreaterThan(50);
  });

  test('promotions have given what their uses say, within their limits, and one is nearly used', async () => {
    expect(
      await count(`select count(*) from promotion_tallies t where (spent_fen, uses) <>
        (select coalesce(sum(u.fen), 0), count(*) from promotion_uses u
        where u.shop_id = t.shop_id and u.promotion_id = t.promotion_id and u.state <> 'returned')`),
    ).toBe(0);
    expect(
      await count(`select count(*) from promotions p where (budget_fen is not null or use_limit is not null) and not exists
        (select from promotion_tallies t where t.shop_id = p.shop_id and t.promotion_id = p.promotion_id
        and spent_fen <= coalesce(p.budget_fen, spent_fen) and uses <= coalesce(p.use_limit, uses))`),
    ).toBe(0);
    expect(
      await count(`select count(*) from promotion_tallies t join promotions p using (shop_id, promotion_id)
        where t.spent_fen > p.budget_fen * 0.85`),
    ).toBeGreaterThan(0);
    expect(
      await count(`select count(*) from promotion_uses u where not exists
        (select from orders o where o.shop_id = u.shop_id and o.order_id = u.order_id
        and o.dues->'promotions' @> jsonb_build_array(jsonb_build_object('promotionId', u.promotion_id)))`),
    ).toBe(0);
  });

  test('goods of activities went as orders took them, and their terms say how many there are', async () => {
    const taken = `(select coalesce(sum((g->>'pieces')::int), 0) from orders o, jsonb_array_elements(o.dues->'promotions') d,
      jsonb_array_elements(d->'goods') g where o.shop_id = p.shop_id and o.state <> 'closed'
      and d->>'promotionId' = p.promotion_id::text and g->>'skuId' = p.sku_id::text)`;
    expect(
      await count(
        `select count(*) from promotion_goods p where pieces is not null and held + sold <> ${taken}`,
      ),
    ).toBe(0);
    expect(
      await count(`select count(*) from promotion_goods p join promotions t using (shop_id, promotion_id)
        where p.pieces is not null and not t.terms->'goods' @> jsonb_build_array(jsonb_build_object('skuId', sku_id, 'pieces', pieces))`),
    ).toBe(0);
    expect(await count('select count(*) from promotion_goods where sold > 2')).toBeGreaterThan(4);
  });

  test('batches count the coupons that there are, and codes those that they became', async () => {
    expect(
      await count(`select count(*) from coupon_tallies t join coupon_batches b using (shop_id, batch_id)
        where claimed > total or claimed <> (select count(*) from coupons c where c.shop_id = t.shop_id and c.batch_id = t.batch_id)`),
    ).toBe(0);
    expect(
      await count(`select count(*) from coupon_tallies t where spent_fen <> (select coalesce(sum((d->>'fen')::bigint), 0)
        from coupons c join orders o on o.shop_id = c.shop_id and o.order_id = c.order_id,
        jsonb_array_elements(o.dues->'coupons') d where c.shop_id = t.shop_id and c.batch_id = t.batch_id
        and d->>'couponId' = c.coupon_id::text and c.state in ('held', 'used'))`),
    ).toBe(0);
    expect(
      await count(`select count(*) from coupon_members m where claimed <> (select count(*) from coupons c
        where c.shop_id = m.shop_id and c.batch_id = m.batch_id and c.member_id = m.member_id)`),
    ).toBe(0);
    expect(
      await count(`select count(*) from coupon_codes k where coupon_id is not null and not exists
        (select from coupons c where c.shop_id = k.shop_id and c.coupon_id = k.coupon_id and c.cause = k.code)`),
    ).toBe(0);
    expect(
      await count('select count(*) from coupon_codes where coupon_id is null'),
    ).toBeGreaterThan(20);
  });

  test('points and stored value are the sums of their ledgers', async () => {
    const sumOf = (amount: string) =>
      `coalesce(sum(case when to_account = 'member' then ${amount} when from_account = 'member' then -${amount} else 0 end), 0)`;
    expect(
      await count(`select count(*) from points_accounts a where points <> (select ${sumOf('points')} from points_entries e
        where e.shop_id = a.shop_id and e.member_id = a.member_id) or points <> (select coalesce(sum(remaining), 0)
        from points_buckets b where b.shop_id = a.shop_id and b.member_id = a.member_id)`),
    ).toBe(0);
    expect(
      await count(`select count(*) from wallets w where (principal_fen, gift_fen) <>
        (select ${sumOf("fen * (purse = 'principal')::int")}, ${sumOf("fen * (purse = 'gift')::int")}
        from wallet_entries e where e.shop_id = w.shop_id and e.member_id = w.member_id)`),
    ).toBe(0);
  });

  test('commission of an order is at most half of what its goods cost', async () => {
    expect(
      await count(`select count(*) from (select e.order_id from commission_entries e
        join orders o on o.shop_id = e.shop_id and o.order_id = e.order_id where e.cause = 'paid'
        group by e.shop_id, e.order_id, o.goods_fen having sum(e.amount_fen) * 2 > o.goods_fen) too_much`),
    ).toBe(0);
  });

  test('turns of a binding follow each other without a gap', async () => {
    expect(
      await count(`select count(*) from (select member_id from bindings group by shop_id, member_id
        having max(turn) <> count(*) or min(turn) <> 1) gaps`),
    ).toBe(0);
  });

  test('goods are found by two characters of their titles', async () => {
    const words = bigrams('草莓')
      .map((word) => `'${word}'`)
      .join(' & ');
    const found = await count(
      `select count(*) from products where shop_id = '${shopId}' and words @@ $$${words}$$::tsquery`,
    );
    expect(found).toBeGreaterThan(1);
  });

  test('personal data is sealed, and opens with the shop’s key', async () => {
    const row = await database.db
      .selectFrom('addresses')
      .innerJoin('members', 'members.memberId', 'addresses.memberId')
      .select(['contactSealed', 'nameMask'])
      .where('members.openid', '=', 'demo-shopper-1')
      .where('isDefault', '=', true)
      .where('addresses.shopId', '=', shopId)
      .executeTakeFirstOrThrow();
    expect(row.contactSealed).toMatch(/^a1\./);
    expect(JSON.parse(unseal(row.contactSealed, dataKey))).toEqual({
      name: expect.any(String) as string,
      phone: expect.stringMatching(/^1\d{10}$/) as string,
      detail: expect.any(String) as string,
    });
  });

  test('everybody whom the demo signs in is there', async () => {
    const people = await database.db
      .selectFrom('members')
      .select('openid')
      .where('shopId', '=', shopId)
      .where('openid', 'in', [
        'demo-shopper-1',
        'demo-shopper-200',
        'demo-guide-12',
        'demo-manager-3',
      ])
      .execute();
    expect(people).toHaveLength(4);
  });
});
