import fc from 'fast-check';
import type { ListRows, Window } from '../../../../cloudfunctions/domains/reports/schema';
import { showDesk } from '../../../../cloudfunctions/domains/reports/usecases/desk';
import { showLeaders } from '../../../../cloudfunctions/domains/reports/usecases/leaders';
import { showOverview } from '../../../../cloudfunctions/domains/reports/usecases/overview';
import { listRows } from '../../../../cloudfunctions/domains/reports/usecases/rows';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, dayOf, hour, minute } from '../../../../cloudfunctions/kit/time';
import { testDatabase } from '../../../support/database';
import { smallShop, type SmallShop } from '../../../support/small-shop';
import { histories, nowMs, writeHistory, type History } from './history';
import { between, readRaw, recount, recountAgain, sum, type Raw } from './recount';

const database = testDatabase();

const midnight = nowMs - 15 * hour - 4 * minute;
const windows: Record<Window, { from: number; before: [number, number] }> = {
  today: { from: midnight, before: [midnight - 7 * day, nowMs - 7 * day] },
  month: { from: midnight - 29 * day, before: [midnight - 59 * day, nowMs - 30 * day] },
};

interface Told {
  small: SmallShop;
  manager: StaffContext;
  raw: Raw;
}

/** Lets `claim` look at some pasts, each in a shop of its own. */
async function inAnyPast(claim: (told: Told) => Promise<void>): Promise<void> {
  const look = async (past: History) => {
    const small = await smallShop(database.db);
    await writeHistory(database.db, small, past);
    const manager = small.staff(small.manager, nowMs);
    await claim({ small, manager, raw: await readRaw(database.db, small.shop.shopId) });
  };
  await fc.assert(fc.asyncProperty(histories, look), { numRuns: 4, endOnFailure: true });
}

/** All rows behind a number, page by page, with the total that every page told. */
async function walk(manager: StaffContext, wanted: ListRows) {
  const items: Awaited<ReturnType<typeof listRows>>['items'] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = await listRows(manager, { ...wanted, cursor });
    items.push(...page.items);
    totals.add(page.total);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { items, totals: [...totals] };
}

describe.each(['today', 'month'] as const)('the numbers of %s', (window) => {
  const { from, before } = windows[window];

  it('equal a recount from the raw rows, now and for the stretch before', async () => {
    await inAnyPast(async ({ manager, raw }) => {
      const shown = await showOverview(manager, { window });
      expect(shown.now).toEqual(recount(raw, between(from, nowMs)));
      expect(shown.before).toEqual(recount(raw, between(...before)));
      expect([shown.fromDay, shown.toDay]).toEqual([dayOf(from, 480), '2026-11-20']);
    });
  });

  it('open to as many rows as they count, newest first, and the amounts make the sum', async () => {
    await inAnyPast(async ({ manager, raw }) => {
      const counted = recount(raw, between(from, nowMs));
      for (const number of ['orders', 'buyers', 'visitors'] as const) {
        const { items, totals } = await walk(manager, { number, window });
        expect([number, items.length, totals]).toEqual([
          number,
          counted[number],
          [counted[number]],
        ]);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }
      const { items, totals } = await walk(manager, { number: 'net', window });
      expect(totals).toEqual([items.length]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(sum(items)).toBe(counted.netFen);
      const times = items.map(({ happenedAt }) => happenedAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });
  });

  it('of each guide equal a recount, and open to rows that make her sum', async () => {
    await inAnyPast(async ({ small, manager, raw }) => {
      const { items } = await showLeaders(manager, { window });
      expect(items.map(({ guideId }) => guideId).sort()).toEqual(
        small.guides.map(({ staffId }) => staffId).sort(),
      );
      for (const { guideId, repurchaseBp, ...leader } of items) {
        const { conversionBp: _none, ...own } = recount(raw, between(from, nowMs), guideId);
        expect(leader).toMatchObject(own);
        expect(repurchaseBp).toBe(recountAgain(raw, between(from, nowMs), guideId));
        const rows = await walk(manager, { number: 'guide', window, guideId });
        expect(rows.totals).toEqual([rows.items.length]);
        expect(sum(rows.items)).toBe(leader.netFen);
      }
    });
  });

  it('rank guides by who bought again, then by revenue, never by who came', async () => {
    await inAnyPast(async ({ manager }) => {
      const { items } = await showLeaders(manager, { window });
      const ranks = items.map(({ repurchaseBp, netFen }) => [repurchaseBp, netFen]);
      const sorted = [...ranks].sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
      expect(ranks).toEqual(sorted);
    });
  });
});

describe('the last 30 days', () => {
  it('one by one equal a recount, and together the month', async () => {
    await inAnyPast(async ({ manager, raw }) => {
      const { days, now } = await showOverview(manager, { window: 'month' });
      expect(days).toHaveLength(30);
      for (const [index, shown] of days.entries()) {
        const start = midnight - (29 - index) * day;
        const last = Math.min(start + day - 1, nowMs);
        const { netFen, orders, visitors } = recount(raw, between(start, last));
        expect(shown).toEqual({ day: dayOf(start, 480), netFen, orders, visitors });
      }
      expect(days.reduce((total, { netFen }) => total + netFen, 0)).toBe(now.netFen);
      expect(days.reduce((total, { orders }) => total + orders, 0)).toBe(now.orders);
    });
  });
});

describe('a guide’s desk', () => {
  it('shows what is hers, today and pending', async () => {
    await inAnyPast(async ({ small, raw }) => {
      for (const guide of small.guides) {
        const desk = await showDesk(small.staff(guide, nowMs));
        const own = recount(raw, between(midnight, nowMs), guide.staffId);
        const paid = raw.orders.filter(
          ({ guideId, paidAt }) => guideId === guide.staffId && paidAt !== null,
        );
        const earned = (within: (at: number | null) => boolean) =>
          paid.filter(({ paidAt }) => within(paidAt));
        const today = earned(between(midnight, nowMs));
        const fen = (orders: typeof paid) =>
          orders.reduce((total, { payableFen }) => total + Math.floor(payableFen / 20), 0);
        expect(desk).toEqual({
          day: '2026-11-20',
          creditedOrders: own.orders,
          creditedFen: today.reduce((total, { payableFen }) => total + payableFen, 0),
          commissionTodayFen: fen(today),
          pendingFen: fen(paid),
          visitsToday: raw.touches.filter(
            ({ guideId, touchedAt }) =>
              guideId === guide.staffId && between(midnight, nowMs)(touchedAt),
          ).length,
          visitorsToday: own.visitors,
        });
      }
    });
  });
});

describe('midnight in the shop’s zone', () => {
  it('parts two sales a millisecond apart, whatever zone the machine is in', async () => {
    const small = await smallShop(database.db);
    const sale = {
      buyer: 0,
      guide: 0 as const,
      amountFen: 100,
      again: false,
      giftFen: 0,
      stored: { fen: 0, backFen: 0, backAfterMs: 0 },
      refunds: [],
    };
    const at = (agoMs: number) => ({ ...sale, agoMs, paidAfterMs: 0 });
    const sales = [at(nowMs - midnight), at(nowMs - midnight + 1), at(nowMs - midnight + day)];
    await writeHistory(database.db, small, { sales, visits: [] });
    const { now, days } = await showOverview(small.staff(small.manager, nowMs), {
      window: 'today',
    });
    expect(now.orders).toBe(1);
    expect(days.slice(-3).map((shown) => [shown.day, shown.orders])).toEqual([
      ['2026-11-18', 0],
      ['2026-11-19', 2],
      ['2026-11-20', 1],
    ]);
    const yesterday = small.staff(small.manager, midnight - 1);
    expect((await showOverview(yesterday, { window: 'today' })).now.orders).toBe(2);
  });
});

describe('a shop that has just opened', () => {
  it('shows zeros and no rows', async () => {
    const small = await smallShop(database.db);
    const manager = small.staff(small.manager, nowMs);
    const zeros = { netFen: 0, orders: 0, buyers: 0, visitors: 0, conversionBp: 0 };
    expect(await showOverview(manager, { window: 'month' })).toMatchObject({
      now: zeros,
      before: zeros,
    });
    expect(await walk(manager, { number: 'net', window: 'month' })).toEqual({
      items: [],
      totals: [0],
    });
  });
});
