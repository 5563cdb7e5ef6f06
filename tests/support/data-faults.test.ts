import { sql } from 'kysely';
import { testDatabase } from './database';
import { ledgerFaults } from './data-faults';
import { noon, smallShop, type SmallShop } from './small-shop';

const database = testDatabase();
let small: SmallShop;
let memberId: string;

beforeEach(async () => {
  small = await smallShop(database.db);
  memberId = (await small.shopper()).caller.memberId;
  const who = sql`${small.shop.shopId}::uuid, ${memberId}::uuid`;
  await sql`select points_give(${who}, 50, ${noon + 9}, 'test', 'a', ${noon}),
    growth_give(${who}, 20, 'test', 'a', ${noon}), wallet_give(${who}, 'shop', 100, 10, 'test', 'a', ${noon})`.execute(
    database.db,
  );
});
afterEach(async () => {
  await sql`truncate points_entries, points_buckets, points_accounts, growth_entries, sign_ins, wallet_entries,
    wallets, recharges`.execute(database.db);
});

const spoil = (statement: string) => sql.raw(statement).execute(database.db);
const faults = async () => (await ledgerFaults(database.db)).map(({ name }) => name);

describe('the faults of ledgers', () => {
  it('are none where functions did everything', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['update points_accounts set points = points + 1', ['balance of points', 'points in buckets']],
    ['update points_buckets set remaining = remaining - 1', ['points in buckets']],
    ['update points_entries set from_account = $$held$$', ['points held']],
    ['update points_accounts set growth = growth + 1', ['growth']],
    ['update wallets set gift_fen = gift_fen + 1', ['stored value']],
    [
      'update wallet_entries set from_account = $$held$$',
      ['stored value held', 'stored value held'],
    ],
    [
      'insert into sign_ins select shop_id, member_id, $$2026-11-20$$, 2, 0, 0 from points_accounts',
      ['days of sign-in'],
    ],
    [
      `insert into recharges select shop_id, gen_random_uuid(), $$S1$$, member_id, 100, 10, $$paid$$, $$t$$, $$k$$, 0, 0, 0
        from wallets`,
      ['recharge'],
    ],
  ])('are found after %s', async (statement, found) => {
    await spoil(statement);
    expect(await faults()).toEqual(found);
  });
});
