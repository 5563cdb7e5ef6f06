import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { bigrams } from '../../../../cloudfunctions/kit/text';
import { seedDemo, type SeedOptions } from '../../../../cloudfunctions/local/demo/seed';
import { unseal } from '../../../../cloudfunctions/platform/secret';
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
      await count(`select count(*) from orders o left join payments p on p.shop_id = o.shop_id and p.order_id = o.order_id
        where (o.paid_at is null) <> (p.order_id is null) or p.amount_fen <> o.payable_fen`),
    ).toBe(0);
    expect(
      await count(`select count(*) from refunds r join orders o on o.shop_id = r.shop_id and o.order_id = r.order_id
        where r.amount_fen <> o.payable_fen or o.state <> 'closed'`),
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
