import { listEntries, showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import { showMonth, signIn } from '../../../../cloudfunctions/domains/points/usecases/sign-in';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { day } from '../../../../cloudfunctions/kit/time';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeAll(async () => {
  small = await smallShop(database.db);
});
afterEach(async () => {
  expect(await ledgerFaults(database.db)).toEqual([]);
});

/** Signs in on days counted from the first; what each gave. */
async function signInOn(context: Context, days: readonly number[]) {
  const given: number[] = [];
  for (const at of days) given.push((await signIn(small.at(context, noon + at * day))).points);
  return given;
}

const announced = async (memberId: string) =>
  (await database.db.selectFrom('outbox').select(['name', 'payload']).execute())
    .map(({ name, payload }) => ({ name, ...(payload as { memberId: string }) }))
    .filter((event) => event.memberId === memberId);

describe('signing in', () => {
  it('gives once a day, and says the same when it is said again', async () => {
    const fang = await small.shopper();
    const first = await signIn(fang);
    expect(first).toEqual({ points: 2, streak: 1, balance: 2, again: false, bonus: null });
    expect(await signIn(small.at(fang, noon + 60_000))).toEqual({ ...first, again: true });
    expect(await announced(fang.caller.memberId)).toEqual([
      { name: 'points.signedIn', memberId: fang.caller.memberId, streak: 1, day: '2026-11-20' },
    ]);
  });

  it('gives once when 32 phones do it at once', async () => {
    const fang = { ...(await small.shopper()), db: database.open(32) };
    const said = await Promise.all(Array.from({ length: 32 }, () => signIn(fang)));
    expect(said.filter(({ again }) => !again)).toHaveLength(1);
    expect(new Set(said.map(({ balance }) => balance))).toEqual(new Set([2]));
    expect((await listEntries(fang, {})).items).toHaveLength(1);
  });

  it('counts days of the shop: a minute before and after its midnight are two', async () => {
    const fang = await small.shopper();
    const midnight = Date.parse('2026-11-20T16:00:00Z');
    expect(await signIn(small.at(fang, midnight - 60_000))).toMatchObject({ streak: 1 });
    expect(await signIn(small.at(fang, midnight))).toMatchObject({ streak: 2, again: false });
    expect(await signIn(small.at(fang, midnight + day - 1))).toMatchObject({
      streak: 2,
      again: true,
    });
  });

  it('grows with the streak, with a bonus on the seventh day as a line of its own', async () => {
    const fang = await small.shopper();
    expect(await signInOn(fang, [0, 1, 2, 3, 4, 5])).toEqual([2, 2, 4, 4, 6, 6]);
    const seventh = await signIn(small.at(fang, noon + 6 * day));
    expect(seventh).toMatchObject({
      points: 30,
      bonus: '连续签到 7 天，多得 20 积分',
      balance: 54,
    });
    expect(await signIn(small.at(fang, noon + 6 * day))).toEqual({ ...seventh, again: true });
    const { items } = await listEntries(fang, {});
    expect(items.slice(0, 3).map(({ say, points }) => [say, points])).toEqual(
      expect.arrayContaining([
        ['签到', 10],
        ['连续签到奖励', 20],
        ['签到', 6],
      ]),
    );
  });

  it('begins anew when a day was left out', async () => {
    const fang = await small.shopper();
    expect(await signInOn(fang, [0, 1, 2, 4])).toEqual([2, 2, 4, 2]);
  });

  it('shows its month, the streak that stands, and what is ahead', async () => {
    const fang = await small.shopper();
    await signInOn(fang, [-1, 0]);
    const shown = await showMonth(small.at(fang, noon), {});
    expect(shown).toEqual({
      month: '2026-11',
      today: '2026-11-20',
      days: [
        { day: '2026-11-19', points: 2 },
        { day: '2026-11-20', points: 2 },
      ],
      streak: 2,
      signedToday: true,
      nextPoints: 4,
      coming: [4, 4, 6, 6, 30, 10, 10],
      bonuses: [
        { days: 7, say: '+20 积分' },
        { days: 30, say: '+100 积分' },
      ],
    });
    expect(await showMonth(small.at(fang, noon + day), {})).toMatchObject({
      streak: 2,
      signedToday: false,
    });
    expect(await showMonth(small.at(fang, noon + 2 * day), {})).toMatchObject({
      streak: 0,
      nextPoints: 2,
    });
    expect(await showMonth(fang, { month: '2026-10' })).toMatchObject({ days: [] });
    expect(await showMine(small.at(fang, noon + day))).toMatchObject({
      signedToday: false,
      points: 4,
    });
  });
});
