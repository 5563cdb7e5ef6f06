import { afterCompleted, afterProfiled } from '../../../../cloudfunctions/domains/points/jobs';
import {
  earn,
  earnForReferral,
  earnForReview,
} from '../../../../cloudfunctions/domains/points/usecases/earn';
import { takeBackForRefund } from '../../../../cloudfunctions/domains/points/usecases/refund';
import { listEntries, showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import { saveProfile } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, Tx } from '../../../../cloudfunctions/domains/registry';
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

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  context.db.transaction().execute(work);
const complete = (context: Context, orderId: string, goodsPaidFen: number) =>
  inside(context, (tx) =>
    afterCompleted(context, tx, { orderId, memberId: context.caller.memberId, goodsPaidFen }),
  );
const announced = (name: string) =>
  database.db
    .selectFrom('outbox')
    .select('payload')
    .where('shopId', '=', small.shop.shopId)
    .where('name', '=', name)
    .orderBy('eventId')
    .execute();

describe('a completed order', () => {
  it('earns points and growth by what its goods cost, once', async () => {
    const fang = await small.shopper();
    await complete(fang, 'one', 39_999);
    await complete(fang, 'one', 39_999);
    expect(await showMine(fang)).toMatchObject({ points: 399, growth: 399, level: { level: 0 } });
    expect((await listEntries(fang, {})).items).toMatchObject([
      { say: '交易完成获得', points: 399, endsAt: Date.parse('2027-12-31T16:00:00Z') },
    ]);
  });

  it('earns by the level that stood before it, the next one by the level it brought', async () => {
    const fang = await small.shopper();
    await complete(fang, 'one', 200_000);
    expect(await showMine(fang)).toMatchObject({
      points: 2_000,
      level: { level: 2, name: '好友' },
    });
    await complete(fang, 'two', 10_000);
    expect(await showMine(fang)).toMatchObject({ points: 2_120, growth: 2_100 });
  });

  it('that is refunded takes its points back, once, below zero if they are gone', async () => {
    const fang = await small.shopper();
    const { memberId } = fang.caller;
    await complete(fang, 'one', 10_000);
    const takeBack = (refundId: string, points: number) =>
      inside(fang, (tx) =>
        takeBackForRefund(fang, tx, { refundId, orderId: 'one', memberId, points, growth: points }),
      );
    await takeBack('r1', 60);
    await takeBack('r1', 60);
    await takeBack('r2', 60);
    expect(await showMine(fang)).toMatchObject({ points: -20, growth: -20 });
    await complete(fang, 'two', 5_000);
    expect(await showMine(fang)).toMatchObject({ points: 30 });
    expect(
      (await listEntries(fang, {})).items.filter(({ say }) => say === '退款扣回'),
    ).toHaveLength(2);
  });
});

describe('a profile, a review, a friend', () => {
  it('earns for the profile once it is finished, and never again', async () => {
    const fang = await small.shopper();
    const profiled = async () => (await announced('members.profiled')).length;
    await saveProfile(fang, { nickname: '芳', avatarUrl: '/pictures/fang.webp' });
    expect(await profiled()).toBe(0);
    await saveProfile(fang, { nickname: '芳', birthday: '1990-05-01' });
    await saveProfile(fang, { nickname: '芳芳', birthday: '1990-05-02' });
    expect(await profiled()).toBe(1);
    const { memberId } = fang.caller;
    for (let turn = 0; turn < 2; turn += 1)
      await inside(fang, (tx) => afterProfiled(fang, tx, { memberId }));
    expect((await listEntries(fang, {})).items).toMatchObject([{ say: '完善资料', points: 50 }]);
  });

  it('earns for each review once', async () => {
    const fang = await small.shopper();
    for (const reviewId of ['a', 'a', 'b'])
      await inside(fang, (tx) =>
        earnForReview(fang, tx, { reviewId, memberId: fang.caller.memberId }),
      );
    expect(await showMine(fang)).toMatchObject({ points: 20 });
  });

  it('earns for a referred member once, whoever referred her, and never for oneself', async () => {
    const [fang, qing, lan] = [await small.shopper(), await small.shopper(), await small.shopper()];
    const refer = (referrer: Context, referred: Context) =>
      inside(fang, (tx) =>
        earnForReferral(fang, tx, {
          referrerId: referrer.caller.memberId,
          referredId: referred.caller.memberId,
        }),
      );
    expect(await refer(fang, fang)).toBe(false);
    const said = await Promise.all([
      refer(fang, lan),
      refer(qing, lan),
      refer(fang, lan),
      refer(qing, lan),
    ]);
    expect(said.filter(Boolean)).toHaveLength(1);
    const [hers, other] = [(await showMine(fang)).points, (await showMine(qing)).points];
    expect([hers, other].sort((a, b) => a - b)).toEqual([0, 100]);
    expect(await Promise.all([refer(fang, qing), refer(qing, fang)])).toEqual([true, true]);
  });

  it('earns for so many friends in a month of the shop, and again in the next', async () => {
    const { shop } = small;
    const points = { ...shop.settings.points, referralsPerMonth: 2 };
    const capped = { ...shop, settings: { ...shop.settings, points } };
    const fang = { ...(await small.shopper()), shop: capped };
    const refer = async (nowMs: number) => {
      const referredId = (await small.shopper()).caller.memberId;
      const at = { ...fang, nowMs };
      return inside(at, (tx) =>
        earnForReferral(at, tx, { referrerId: fang.caller.memberId, referredId }),
      );
    };
    const lastMinute = Date.parse('2026-11-30T15:59:00Z');
    expect([await refer(noon), await refer(noon), await refer(lastMinute)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await refer(lastMinute + 60_000)).toBe(true);
  });
});

describe('points given by other rooms', () => {
  it('of nothing are nothing', async () => {
    const fang = await small.shopper();
    const nothing = { memberId: fang.caller.memberId, points: 0, cause: 'x', causeId: 'x' };
    expect(await inside(fang, (tx) => earn(fang, tx, nothing))).toBe(false);
  });
});
