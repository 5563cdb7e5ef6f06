import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { seedDemo } from '../../../../cloudfunctions/local/demo/seed';
import { readInvariants } from '../../../../cloudfunctions/local/verify/invariants';
import { dataFaults } from '../../../support/data-faults';
import { testDatabase } from '../../../support/database';

const database = testDatabase();
beforeAll(async () => {
  await seedDemo({
    databaseUrl: database.url,
    shopId: '0193a5c0-0000-7000-8000-000000000001',
    nowMs: Date.UTC(2026, 10, 22, 7, 50),
    picturesFolder: null,
    dataKey: randomBytes(32).toString('base64'),
    size: 'test',
  });
});

/** One row of a table, by what it must be. */
const one = (table: string, where = 'true') =>
  `ctid = (select ctid from ${table} where ${where} limit 1)`;
const unchecked = (table: string) => `do $$ declare r record; begin
  for r in select conname from pg_constraint where conrelid = '${table}'::regclass and contype = 'c' loop
    execute 'alter table ${table} drop constraint ' || quote_ident(r.conname);
  end loop; end $$;`;

/** What breaks each invariant; those of ledgers are broken beside the functions that keep them. */
const spoils: Readonly<Record<string, string>> = {
  'stock shelf': `${unchecked('stock')} update stock set received = received + 1 where ${one('stock')}`,
  'stock held': `update stock set held = held + 1, received = received + 1 where ${one('stock')}`,
  'stock sold': `update stock set sold = sold + 1, received = received + 1 where ${one('stock')}`,
  'orders price': `${unchecked('orders')} update orders set payable_fen = payable_fen + 1 where ${one('orders')}`,
  'orders lines': `update order_lines set paid_fen = paid_fen + 1 where ${one('order_lines', "kind = 'bought' and refunded_quantity = 0")}`,
  'orders course': `delete from order_events where ${one('order_events', "step = 'pay'")}`,
  'orders paid': `update orders set paid_at = null where ${one('orders', "state = 'completed'")}`,
  'payments whole': `update payments set amount_fen = amount_fen + 1 where ${one('payments', "method = 'wechat'")}`,
  'payments late': `update payments set outcome = 'refunding' where ${one('payments', "method = 'wechat'")}`,
  'refunds within': `alter table refunds disable trigger refund_within_payment;
    update refunds set amount_fen = amount_fen + 1 where ${one('refunds')}`,
  'refunds ended': `update refunds set done_at = null where ${one('refunds', "state = 'done'")}`,
  'refunds lines': `update orders set refunded_fen = 1 where ${one('orders', 'refunded_fen = 0 and payable_fen > 0')}`,
  'refunds source': `delete from refunds where ${one('refunds')}`,
  'refunds stored': `update wallet_entries set from_account = 'spent', cause = 'refund' where ${one('wallet_entries', "cause = 'recharge'")}`,
  'refunds counted': `update wallet_entries set from_account = 'spent', cause = 'refund' where ${one('wallet_entries', "cause = 'recharge' and purse = 'principal'")}`,
  'claims open': `update orders set open_claims = 1 where ${one('orders', "state = 'received'")}`,
  'claims units': `update order_lines set asked_quantity = 1 where ${one('order_lines', 'shipped_quantity + cancelled_quantity < quantity')}`,
  'claims money': `insert into after_sales (shop_id, after_sale_id, order_id, member_id, kind, state, reason, opened_by, back,
      refunded_at, asked_at, turn_at)
    select shop_id, gen_random_uuid(), order_id, member_id, 'refund_only', 'refunding', 'other', 'shopper',
      '{"totalFen": 1, "wechatFen": 1}', 1, 1, 1 from orders where ${one('orders', "state = 'completed'")}`,
  'dues points': `update points_entries set to_account = 'expired' where ${one('points_entries', "to_account = 'spent'")}`,
  'dues stored value': `update wallet_entries set fen = fen + 1 where ${one('wallet_entries', "to_account = 'spent'")}`,
  'dues coupons held': `update coupons set state = 'held' where ${one('coupons', "state = 'used'")}`,
  'dues coupons taken': `update coupons set state = 'available', order_id = null where ${one('coupons', "state = 'used'")}`,
  'dues promotions': `update promotion_uses set fen = fen + 1 where ${one('promotion_uses')}`,
  'promotions limits': `update promotion_tallies set uses = uses + 1 where ${one('promotion_tallies', 'uses > 0')}`,
  'promotions goods': `update promotion_goods set sold = sold + 1 where ${one('promotion_goods', 'pieces > held + sold')}`,
  'promotions members': `update promotion_members set uses = uses + 1 where ${one('promotion_members')}`,
  'commission bounds': `update commission_entries set amount_fen = 900000000 where ${one('commission_entries')}`,
  'commission states': `update commission_entries set state = 'pending' where ${one('commission_entries', "state = 'settled'")}`,
  'events reactions': `insert into outbox select shop_id, gen_random_uuid(), 'orders.unheard', '{}', 0, 0, 10 from shops`,
};

class Undone extends Error {}

/** The names of what is found after `statements`, which are then undone. */
async function foundAfter(statements: string): Promise<string[]> {
  let found: string[] = [];
  const spoiled = database.db.transaction().execute(async (tx) => {
    await sql.raw(statements).execute(tx);
    found = (await dataFaults(tx)).map(({ group, name }) => `${group} ${name}`);
    throw new Undone();
  });
  await expect(spoiled).rejects.toThrow(Undone);
  return found;
}

describe('the invariants', () => {
  it('hold in a shop where everything was done by its functions', async () => {
    expect(await dataFaults(database.db)).toEqual([]);
  });

  it.each(Object.keys(spoils))('find what is wrong with %s', async (name) => {
    expect(await foundAfter(spoils[name] ?? '')).toContain(name);
  });

  it('have each something here or beside the ledgers that breaks it', () => {
    const names = readInvariants()
      .filter(({ group }) => group !== 'ledger')
      .map(({ group, name }) => `${group} ${name}`);
    expect(names.sort()).toEqual(Object.keys(spoils).sort());
  });

  it('name rows by their ids, and nobody', async () => {
    const { rows } = await sql<{ openid: string }>`select openid from members limit 500`.execute(
      database.db,
    );
    let text = '';
    await database.db
      .transaction()
      .execute(async (tx) => {
        await sql.raw(Object.values(spoils).join(';\n')).execute(tx);
        text = JSON.stringify(await dataFaults(tx));
        throw new Undone();
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof Undone)) throw fault;
      });
    expect(text.length).toBeGreaterThan(1_000);
    for (const { openid } of rows) expect(text).not.toContain(openid);
  });
});
