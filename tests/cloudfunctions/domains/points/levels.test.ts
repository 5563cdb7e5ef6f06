import { endLevelLives, giveBirthdayPoints } from '../../../../cloudfunctions/domains/points/jobs';
import { grow } from '../../../../cloudfunctions/domains/points/usecases/grow';
import { listEntries, showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import {
  listNotices,
  saveProfile,
} from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, Tx } from '../../../../cloudfunctions/domains/registry';
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

const year = 365 * day;
const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  context.db.transaction().execute(work);
const gain = (context: Context, growth: number, causeId: string) =>
  inside(context, (tx) =>
    grow(context, tx, { memberId: context.caller.memberId, growth, cause: 'test', causeId }),
  );
const announced = (name: string) =>
  database.db
    .selectFrom('outbox')
    .select('payload')
    .where('shopId', '=', small.shop.shopId)
    .where('name', '=', name)
    .orderBy('eventId')
    .execute();
const levelsUp = async () =>
  (await announced('points.levelUp')).map(({ payload }) => (payload as { level: number }).level);
const changes = async (context: Context) =>
  database.db
    .selectFrom('levelChanges')
    .select(['fromLevel', 'toLevel', 'reason'])
    .where('memberId', '=', context.caller.memberId)
    .orderBy('changeId')
    .execute();

describe('a birthday', () => {
  const giveOn = (date: string) =>
    giveBirthdayPoints(small.at(watcher, Date.parse(`${date}T02:00:00Z`)));
  let watcher: Context;
  beforeEach(async () => {
    watcher = await small.shopper();
  });

  it('gives points by level, once a year, on the day or when the timer comes by again', async () => {
    const fang = await small.shopper();
    await saveProfile(fang, { nickname: '芳', birthday: '1990-11-22' });
    await gain(fang, 500, 'a');
    expect(await giveOn('2026-11-21')).toBe(0);
    expect([
      await giveOn('2026-11-22'),
      await giveOn('2026-11-22'),
      await giveOn('2026-11-24'),
    ]).toEqual([1, 0, 0]);
    expect(await giveOn('2027-11-24')).toBe(1);
    const { items } = await listEntries(small.at(fang, noon + year), {});
    expect(items.map(({ say, points }) => [say, points])).toEqual([
      ['生日礼', 50],
      ['生日礼', 50],
    ]);
    expect((await listNotices(fang)).items).toMatchObject([
      { title: '生日礼' },
      { title: '生日礼' },
      { title: '会员升级' },
    ]);
  });

  it('gives nothing to levels without it, or to whom nobody knows the day of', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    await saveProfile(fang, { nickname: '芳', birthday: '1990-11-22' });
    await gain(qing, 500, 'a');
    expect(await giveOn('2026-11-22')).toBe(0);
  });

  it('is told when it is a day that was, and of people who live', async () => {
    const fang = await small.shopper();
    expect((await saveProfile(fang, { nickname: '芳', birthday: '2026-11-20' })).birthday).toBe(
      '2026-11-20',
    );
    await expect(
      saveProfile(fang, { nickname: '芳', birthday: '2026-11-21' }),
    ).rejects.toMatchObject({
      refusal: { code: 'bad_birthday' },
    });
  });
});

describe('a level', () => {
  it('rises at once, tells each level on the way, and is kept for a year', async () => {
    const fang = await small.shopper();
    await gain(fang, 499, 'a');
    expect(await changes(fang)).toEqual([]);
    await gain(fang, 1_501, 'b');
    await gain(fang, 1_501, 'b');
    expect(await changes(fang)).toEqual([{ fromLevel: 0, toLevel: 2, reason: 'reached' }]);
    expect(await levelsUp()).toEqual([1, 2]);
    expect(await showMine(fang)).toMatchObject({
      level: { level: 2 },
      keep: { untilAt: noon + year, has: 0, needs: 2_000 },
      next: { level: { level: 3 }, missing: 6_000 },
    });
    expect((await listNotices(fang)).items).toMatchObject([
      { title: '会员升级', body: '恭喜您成为「好友」，新的会员权益已生效' },
    ]);
  });

  it('is kept by the growth of its life, and falls by one level without', async () => {
    const fang = await small.shopper();
    await gain(fang, 8_000, 'a');
    await gain(small.at(fang, noon + 30 * day), 8_000, 'b');
    const after = async (years: number) => {
      await endLevelLives(small.at(fang, noon + years * year));
      return (await showMine(small.at(fang, noon + years * year))).level.level;
    };
    expect(await endLevelLives(small.at(fang, noon + year - 1))).toBe(0);
    expect([
      await after(1),
      await after(2),
      await after(3),
      await after(4),
      await after(5),
    ]).toEqual([3, 2, 1, 0, 0]);
    expect((await changes(fang)).map(({ reason }) => reason)).toEqual([
      'reached',
      'kept',
      'fell',
      'fell',
      'fell',
    ]);
    expect(await showMine(small.at(fang, noon + 5 * year))).toMatchObject({
      keep: null,
      growth: 0,
    });
  });

  it('ends the same when the timer comes late, and late growth lifts it again', async () => {
    const fang = await small.shopper();
    await gain(fang, 2_000, 'a');
    await gain(small.at(fang, noon + year + day), 2_000, 'b');
    expect(await endLevelLives(small.at(fang, noon + year + 2 * day))).toBe(1);
    expect(
      (await changes(fang)).map(({ fromLevel, toLevel, reason }) => [fromLevel, toLevel, reason]),
    ).toEqual([
      [0, 2, 'reached'],
      [2, 1, 'fell'],
      [1, 2, 'reached'],
    ]);
  });

  it('is decided once by many timers at once', async () => {
    const fang = { ...(await small.shopper()), db: database.open(8) };
    await gain(fang, 2_000, 'a');
    const late = small.at(fang, noon + year);
    await Promise.all(Array.from({ length: 8 }, () => endLevelLives(late)));
    expect((await changes(fang)).map(({ reason }) => reason)).toEqual(['reached', 'fell']);
  });

  it('of a shop that has fewer levels now stands at the top', async () => {
    const fang = await small.shopper();
    await gain(fang, 8_000, 'a');
    const settings = { ...small.shop.settings, levels: small.shop.settings.levels.slice(0, 2) };
    const shown = await showMine({ ...fang, shop: { ...small.shop, settings } });
    expect(shown).toMatchObject({ level: { level: 1, name: '熟客' }, next: null });
  });
});
