import { sql } from 'kysely';
import { expirePoints, remindEnding } from '../../../../cloudfunctions/domains/points/jobs';
import { accountOf } from '../../../../cloudfunctions/domains/points/usecases/account';
import { listEntries, showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { day } from '../../../../cloudfunctions/kit/time';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});
afterEach(async () => {
  expect(await ledgerFaults(database.db)).toEqual([]);
});

let causes = 0;
/** Gives points that end after so many days. */
async function give({ shop, caller, nowMs }: Context, points: number, days: number): Promise<void> {
  causes += 1;
  await sql`select points_give(${shop.shopId}, ${caller.memberId}, ${points}, ${nowMs + days * day}, 'test',
    ${`${causes}`}, ${nowMs})`.execute(database.db);
}

async function hold({ shop, caller, nowMs }: Context, points: number, id: string): Promise<void> {
  await sql`select points_hold(${shop.shopId}, ${caller.memberId}, ${points}, 'order', ${id}, ${nowMs})`.execute(
    database.db,
  );
}

describe('points that are over', () => {
  it('are no longer counted, before and after the timer', async () => {
    const fang = await small.shopper();
    await give(fang, 30, 5);
    await give(fang, 20, 90);
    const later = small.at(fang, noon + 5 * day);
    expect(await showMine(small.at(fang, later.nowMs - 1))).toMatchObject({
      points: 50,
      ending: { points: 30, endsAt: later.nowMs },
    });
    expect(await showMine(later)).toMatchObject({ points: 20, ending: null });
    expect((await accountOf(later, later.db, fang.caller.memberId)).points).toBe(20);
    expect(await expirePoints(later)).toBe(1);
    expect(await expirePoints(later)).toBe(0);
    expect(await showMine(later)).toMatchObject({ points: 20 });
    expect((await listEntries(later, {})).items[0]).toMatchObject({ say: '到期失效', points: -30 });
  });

  it('end for everybody in one run, as one line each, also with timers at once', async () => {
    const db = database.open(4);
    const people = await Promise.all(Array.from({ length: 130 }, () => small.shopper()));
    for (const person of people) for (const points of [1, 2, 3]) await give(person, points, 1);
    const [first] = people;
    if (first === undefined) throw new Error('nobody came');
    const later = { ...small.at(first, noon + day), db };
    const ended = await Promise.all([
      expirePoints(later),
      expirePoints(later),
      expirePoints(later),
    ]);
    expect(ended.reduce((sum, members) => sum + members, 0)).toBeGreaterThanOrEqual(130);
    expect(await expirePoints(later)).toBe(0);
    for (const person of people.slice(0, 5))
      expect((await listEntries(person, {})).items[0]).toMatchObject({
        points: -6,
        say: '到期失效',
      });
  });
});

describe('points that end soon', () => {
  it('are told in one notice, once', async () => {
    const fang = await small.shopper();
    await give(fang, 30, 2);
    await give(fang, 5, 3);
    await give(fang, 7, 9);
    expect(await remindEnding(fang)).toBe(1);
    expect(await remindEnding(fang)).toBe(0);
    expect((await listNotices(fang)).items).toMatchObject([
      {
        title: '积分即将到期',
        body: '您有 35 积分将在 2026-11-22 后到期，可用于下单抵扣或兑换好礼',
      },
    ]);
    expect(await remindEnding(small.at(fang, noon + 6 * day))).toBe(1);
  });
});

describe('my lines', () => {
  it('show what was held and came back as two, each one line however many buckets it went through', async () => {
    const fang = await small.shopper();
    await give(fang, 10, 5);
    await give(fang, 10, 6);
    await hold(small.at(fang, noon + 1), 15, 'order');
    await sql`select points_unhold(${small.shop.shopId}, ${fang.caller.memberId}, 'order', 'order', ${7 * day},
      ${noon + 2})`.execute(database.db);
    const { items } = await listEntries(fang, {});
    expect(items.map(({ say, points }) => [say, points])).toEqual([
      ['订单取消退回', 15],
      ['订单抵扣', -15],
      ['积分变动', 10],
      ['积分变动', 10],
    ]);
    expect((await showMine(fang)).ending).toEqual({ points: 20, endsAt: noon + 2 + 7 * day });
  });

  it('come in pages that miss and repeat nothing, and are only mine', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    for (let turn = 0; turn < 45; turn += 1)
      await give(small.at(fang, noon + Math.floor(turn / 3)), turn + 1, 90);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listEntries(fang, cursor === undefined ? {} : { cursor });
      seen.push(...page.items.map(({ points }) => points));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(await listEntries(qing, {})).toEqual({ items: [], next: null });
  });

  it('of somebody who has none say so', async () => {
    const fang = await small.shopper();
    expect(await showMine(fang)).toMatchObject({
      points: 0,
      ending: null,
      growth: 0,
      keep: null,
      level: { level: 0, name: '新朋友' },
      next: { missing: 500 },
      signedToday: false,
    });
  });
});
