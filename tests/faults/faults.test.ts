import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { createPromotion } from '../../cloudfunctions/domains/promotions/usecases/create';
import { day, hour, minute } from '../../cloudfunctions/kit/time';
import { noFaults } from '../../cloudfunctions/local/pay-stand-in/faults';
import { newId } from '../../cloudfunctions/platform/ids';
import { dataFaults } from '../support/data-faults';
import { flashDraft, promotionDraft } from '../support/offers';
import type { Known } from '../support/small-shop';
import { addCoupon, addPoints, addStored } from '../support/wealth';
import { knockOver } from './chaos';
import { shopUntil, type Journal } from './load';
import { buildTown, type Town } from './town';

/** Another seed shops and strikes otherwise: SHUKE_FAULT_SEED repeats one that was told. */
const seed = process.env['SHUKE_FAULT_SEED'] ?? String(Date.now() % 1_000_000);
const shoppers = 6;

let town: Town;
const journal: Journal = { orders: [], paid: [], cancelled: [], agreed: [], refused: {} };
let blows: Awaited<ReturnType<typeof knockOver>>;

beforeAll(async () => {
  town = await buildTown();
  const people = await openShop();
  let over = false;
  const shopping = people.map((who) => shopUntil(town, seed, { who, journal, isOver: () => over }));
  blows = await knockOver(town, seed);
  over = true;
  await Promise.all(shopping);
  await settleDown();
});
afterAll(() => town.close());

/** Few of some goods, offers with limits, and shoppers with coupons, points, stored value and guides of their own. */
async function openShop(): Promise<Known[]> {
  const { small, db } = town;
  const nowMs = Date.now();
  const manager = small.staff(small.manager, nowMs);
  const dates = { startsAt: nowMs - hour, endsAt: nowMs + 3 * day };
  const off = { kind: 'off', by: 'amount', tiers: [{ atLeast: 29_900, offFen: 4_000 }] };
  const drafts = [
    flashDraft([small.skus[1]], dates),
    promotionDraft(off, { limits: { budgetFen: 60_000 }, ...dates }),
  ];
  for (const draft of drafts) await createPromotion(manager, { key: newId(), draft });
  await small.stock(small.skus[0], 40);
  await small.stock(small.skus[1], 14);
  const people: Known[] = [];
  for (let at = 0; at < shoppers; at += 1) {
    const who = await small.shopper(nowMs + at);
    await addCoupon(who, { kind: 'fixed', offFen: 2_000 }, { thresholdFen: 30_000 });
    await addPoints(who, 3_000);
    await addStored(who, 60_000, 6_000);
    const guide = small.guides[at % 2];
    await sql`insert into bindings (shop_id, member_id, turn, guide_id, store_id, reason, bound_at)
      values (${small.shop.shopId}, ${who.caller.memberId}, 1, ${guide?.staffId}, ${small.storeId}, 'first_touch',
        ${nowMs - hour})`.execute(db);
    people.push(who);
  }
  return people;
}

/** Lets the jobs finish what was begun: the clock moves until nothing waits any more. */
async function settleDown(): Promise<void> {
  town.standIn.faults(noFaults);
  town.wire.cutsOff = () => false;
  for (let turn = 0; turn < 60; turn += 1) {
    // The host may fall at a refund here too.
    await blows.standing();
    const moved = town.post('/demo/clock', { advanceMs: 20 * minute }).then(() => town.tick());
    await moved.catch(() => undefined);
    await town.standIn.idle();
    if (turn > 2 && (await waiting()) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`something still waits: ${JSON.stringify(await waiting())}`);
}

/** How much is not ended yet: orders, refunds, events, and money that WeChat Pay took and the shop has not heard of. */
async function waiting(): Promise<number> {
  const ids = journal.paid.map(({ transactionId }) => transactionId);
  const { rows } = await sql<{ left: number }>`select (
      (select count(*) from orders where state = 'unpaid') + (select count(*) from refunds where state <> 'done')
      + (select count(*) from after_sales where state = 'refunding')
      + (select count(*) from recharges where state = 'unpaid') + (select count(*) from outbox)
      + (select count(*) from unnest(${ids}::text[]) as t (id)
        where not exists (select from payments where transaction_id = t.id)
          and not exists (select from recharges where transaction_id = t.id)))::int as left`.execute(
    town.db,
  );
  return rows[0]?.left ?? 0;
}

/** What the stand-in's book says in the end, by kind and number. */
function bookOf(kind: 'payment' | 'refund') {
  const lines = readFileSync(path.join(town.folder, 'book.jsonl'), 'utf8').trim().split('\n');
  const rows = new Map<string, Record<string, unknown>>();
  for (const line of lines) {
    const told = JSON.parse(line) as { kind: string; row: Record<string, unknown> };
    const number = told.row[kind === 'payment' ? 'outTradeNo' : 'outRefundNo'];
    if (told.kind === kind) rows.set(String(number), told.row);
  }
  return [...rows.values()];
}

const sorted = (values: readonly unknown[]) => values.map(String).sort();

describe(`a shop that is knocked over (seed ${seed})`, () => {
  it('was busy, and fell', async () => {
    const { rows } = await sql<{ outcome: string; count: number }>`
      select outcome, count(*)::int as count from payments where method = 'wechat' group by outcome`.execute(
      town.db,
    );
    const counts = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
    expect(sorted(blows.told)).toEqual(
      expect.arrayContaining(['fast', 'immediate', 'kill', 'kill', 'kill']),
    );
    expect(blows.atRefunds.length).toBeGreaterThan(0);
    expect(journal.orders.length).toBeGreaterThan(2 * shoppers);
    expect(counts['paid']).toBeGreaterThan(shoppers);
    expect(counts['refunding']).toBeGreaterThan(0);
  });

  it('has every order that a shopper was told of, once, and no other', async () => {
    const orders = await town.db.selectFrom('orders').select(['orderId', 'number']).execute();
    expect(sorted(orders.map(({ number }) => number))).toEqual(
      sorted(journal.orders.map(({ number }) => number)),
    );
    expect(sorted(orders.map(({ orderId }) => orderId))).toEqual(
      sorted(journal.orders.map(({ orderId }) => orderId)),
    );
  });

  it('has every payment that WeChat Pay took, once, and no other', async () => {
    const payments = await town.db
      .selectFrom('payments')
      .select('transactionId')
      .where('method', '=', 'wechat')
      .execute();
    const recharges = await town.db
      .selectFrom('recharges')
      .select('transactionId')
      .where('state', '=', 'paid')
      .execute();
    const here = sorted([...payments, ...recharges].map(({ transactionId }) => transactionId));
    expect(here).toEqual(sorted(journal.paid.map(({ transactionId }) => transactionId)));
    const there = bookOf('payment').filter((row) => row['transactionId'] !== null);
    expect(here).toEqual(sorted(there.map((row) => row['transactionId'])));
    expect(await town.db.selectFrom('paymentDoubts').selectAll().execute()).toEqual([]);
  });

  it('has sent back what came for nothing, once each, and nothing else', async () => {
    const refunds = await town.db
      .selectFrom('refunds')
      .select(['number', 'amountFen', 'state'])
      .execute();
    const here = refunds.map(({ number, amountFen, state }) => `${number} ${amountFen} ${state}`);
    const there = bookOf('refund').map(
      (row) => `${String(row['outRefundNo'])} ${String(row['amountFen'])} done`,
    );
    expect(sorted(here)).toEqual(sorted(there));
    expect(bookOf('refund').every((row) => row['status'] === 'SUCCESS')).toBe(true);
  });

  it('has done every after-sale that was agreed to', async () => {
    const sales = await town.db.selectFrom('afterSales').select(['afterSaleId', 'state']).execute();
    const done = sales.filter(({ state }) => state === 'done').map((sale) => sale.afterSaleId);
    expect(sorted(done)).toEqual(sorted(journal.agreed));
    expect(journal.agreed.length).toBeGreaterThan(0);
  });

  it('leaves no order that was taken back open, unless its money had come', async () => {
    const orders = await town.db
      .selectFrom('orders')
      .select(['orderId', 'state', 'paidAt'])
      .execute();
    const open = orders.filter(
      ({ orderId, state, paidAt }) =>
        journal.cancelled.includes(orderId) && state !== 'closed' && paidAt === null,
    );
    expect(open).toEqual([]);
  });

  it('has data that are as they must be', async () => {
    expect(await dataFaults(town.db)).toEqual([]);
  });

  it('agrees with WeChat Pay’s bill', async () => {
    await town.post('/demo/clock', { advanceMs: 35 * hour });
    await town.tick();
    const bills = await town.db.selectFrom('bills').selectAll().execute();
    expect(bills.filter(({ differences }) => differences > 0)).toEqual([]);
    const matched = bills.reduce((sum, bill) => sum + bill.matched, 0);
    expect(matched).toBe(journal.paid.length + bookOf('refund').length);
  });
});
