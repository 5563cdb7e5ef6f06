import { sql } from 'kysely';
import {
  expireCoupons,
  giveForEvent,
  remindOfEnding,
  type GivingCause,
} from '../../../../cloudfunctions/domains/coupons/jobs';
import { claimMine, listMine } from '../../../../cloudfunctions/domains/coupons/usecases/mine';
import { joinShop } from '../../../../cloudfunctions/domains/members/usecases/sign-in';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { makeBatch } from '../../../support/offers';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
let shopper: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
  shopper = await small.shopper();
});

const midnight = noon + 12 * hour;
const onEvent = (event: object, more: object = {}) =>
  makeBatch(manager, { giving: { by: 'event', event }, perMember: 5, ...more });

type WithoutMember<Each> = Each extends unknown ? Omit<Each, 'memberId'> : never;

function happen(happened: WithoutMember<GivingCause>, context: Context = shopper) {
  const { memberId } = context.caller;
  const whole = { ...happened, memberId };
  return database.db.transaction().execute((tx) => giveForEvent(context, tx, whole));
}

const batchesOf = async (context = shopper) =>
  (await listMine(context, { which: 'available' })).items.map(({ batchId }) => batchId).sort();

describe('an event', () => {
  it('gives what open batches promise for it, each cause once, and tells her in one notice', async () => {
    const [first, second] = [await onEvent({ on: 'joined' }), await onEvent({ on: 'joined' })];
    await onEvent({ on: 'birthday' });
    await onEvent({ on: 'joined' }, { opensAt: noon + 1 });
    await onEvent({ on: 'joined' }, { audience: { levels: [3] } });
    const joined = { on: 'joined', cause: shopper.caller.memberId } as const;
    await happen(joined);
    await happen(joined);
    expect(await batchesOf()).toEqual([first, second].sort());
    const { items } = await listMine(shopper, { which: 'available' });
    expect(new Set(items.map(({ sourceSay }) => sourceSay))).toEqual(new Set(['新人礼']));
    expect((await listNotices(shopper)).items.map(({ body }) => body)).toEqual([
      '「满百减十」、「满百减十」已放入您的卡包',
    ]);
  });

  it('of a payment gives from its amount on, for each order once', async () => {
    const any = await onEvent({ on: 'paid' });
    const large = await onEvent({ on: 'paid', atLeastFen: 10_000 });
    await happen({ on: 'paid', paidFen: 9_999, cause: 'order-1' });
    expect(await batchesOf()).toEqual([any]);
    await happen({ on: 'paid', paidFen: 10_000, cause: 'order-2' });
    await happen({ on: 'paid', paidFen: 10_000, cause: 'order-2' });
    expect(await batchesOf()).toEqual([any, any, large].sort());
  });

  it('of a level or a streak gives when it is just reached', async () => {
    const level = await onEvent({ on: 'level_up', level: 2 });
    const streak = await onEvent({ on: 'streak', days: 7 });
    await happen({ on: 'level_up', level: 1, cause: 'a' });
    await happen({ on: 'level_up', level: 3, cause: 'b' });
    await happen({ on: 'streak', days: 6, cause: '2026-11-19' });
    await happen({ on: 'streak', days: 8, cause: '2026-11-21' });
    expect(await batchesOf()).toEqual([]);
    await happen({ on: 'level_up', level: 2, cause: 'c' });
    await happen({ on: 'streak', days: 7, cause: '2026-11-20' });
    expect(await batchesOf()).toEqual([level, streak].sort());
  });

  it('said eight times at once gives once', async () => {
    await onEvent({ on: 'joined' });
    const context = { ...shopper, db: database.open(8) };
    const { memberId } = shopper.caller;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        context.db
          .transaction()
          .execute((tx) => giveForEvent(context, tx, { on: 'joined', memberId, cause: memberId })),
      ),
    );
    expect(await batchesOf()).toHaveLength(1);
    expect((await listNotices(shopper)).items).toHaveLength(1);
  });

  it('that a member joined is announced when she is new, and only then', async () => {
    const openid = `o-${newId()}`;
    const visitor = { ...shopper, caller: null, identity: { openid } };
    const first = await joinShop(visitor, database.db);
    expect(await joinShop(visitor, database.db)).toEqual(first);
    await joinShop(shopper, database.db);
    const told = database.db.selectFrom('outbox').select(['name', 'payload']);
    expect(await told.where('shopId', '=', small.shop.shopId).execute()).toEqual([
      { name: 'members.joined', payload: { memberId: first.memberId } },
    ]);
  });
});

const claim = async (days: number, context = shopper) => {
  const batchId = await makeBatch(manager, { validity: { by: 'days', days } });
  return (await claimMine(context, { batchId })).couponId;
};

async function stateOf(couponId: string) {
  const row = database.db.selectFrom('coupons').select(['state', 'remindedAt']);
  return row.where('couponId', '=', couponId).executeTakeFirstOrThrow();
}

describe('expiry', () => {
  it('ends what is over with a step, and nothing before its instant; held ones wait', async () => {
    const [short, held, long] = [await claim(1), await claim(1), await claim(2)];
    await sql`update coupons set state = 'held', order_id = ${newId()} where coupon_id = ${held}`.execute(
      database.db,
    );
    const ends = midnight + day;
    expect(await expireCoupons({ ...manager, nowMs: ends - 1 })).toBe(0);
    expect(await expireCoupons({ ...manager, nowMs: ends })).toBe(1);
    expect(await expireCoupons({ ...manager, nowMs: ends })).toBe(0);
    const states = [];
    for (const id of [short, held, long]) states.push((await stateOf(id)).state);
    expect(states).toEqual(['expired', 'held', 'available']);
    const steps = database.db.selectFrom('couponSteps').select(['step', 'happenedAt']);
    expect(await steps.where('couponId', '=', short).orderBy('happenedAt').execute()).toEqual([
      { step: 'give', happenedAt: noon },
      { step: 'expire', happenedAt: ends },
    ]);
  });

  it('done by two timers at once ends each once', async () => {
    const batchId = await makeBatch(manager, { perMember: 20, validity: { by: 'days', days: 1 } });
    for (let turn = 0; turn < 20; turn += 1) await claimMine(shopper, { batchId });
    const world = { ...manager, db: database.open(4), nowMs: midnight + day };
    const done = await Promise.all(Array.from({ length: 4 }, () => expireCoupons(world)));
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(20);
    const { steps } = await database.db
      .selectFrom('couponSteps as s')
      .innerJoin('coupons as c', 'c.couponId', 's.couponId')
      .select(sql<number>`count(*)::int`.as('steps'))
      .where('c.batchId', '=', batchId)
      .where('s.step', '=', 'expire')
      .executeTakeFirstOrThrow();
    expect(steps).toBe(20);
  });
});

describe('reminders', () => {
  const bodies = async (context = shopper) =>
    (await listNotices(context)).items.map(({ body }) => body);

  it('come three days before the end, once, and one for all that end about then', async () => {
    const other = await small.shopper();
    for (const days of [7, 7, 8, 9]) await claim(days);
    await claim(7, other);
    const due = midnight + 4 * day;
    expect(await remindOfEnding({ ...manager, nowMs: due - 1 })).toBe(0);
    expect(await remindOfEnding({ ...manager, nowMs: due })).toBe(2);
    expect(await remindOfEnding({ ...manager, nowMs: due })).toBe(0);
    const first = '最早的一张有效至 2026-11-27 23:59';
    expect(await bodies()).toEqual([`您有 3 张优惠券即将到期，${first}`]);
    expect(await bodies(other)).toEqual([`您有 1 张优惠券即将到期，${first}`]);
    expect(await remindOfEnding({ ...manager, nowMs: due + day })).toBe(0);
    expect(await remindOfEnding({ ...manager, nowMs: due + 2 * day })).toBe(1);
    expect(await bodies()).toHaveLength(2);
  });

  it('say nothing of coupons that live shorter than that, are used or over', async () => {
    await claim(2);
    const used = await claim(7);
    await sql`update coupons set state = 'used', order_id = ${newId()} where coupon_id = ${used}`.execute(
      database.db,
    );
    await claim(4);
    expect(await remindOfEnding({ ...manager, nowMs: midnight + 10 * day })).toBe(0);
    expect(await remindOfEnding({ ...manager, nowMs: noon })).toBe(0);
    expect(await bodies()).toEqual([]);
  });

  it('by two timers at once tell once', async () => {
    await claim(7);
    const world = { ...manager, db: database.open(4), nowMs: midnight + 5 * day };
    await Promise.all(Array.from({ length: 4 }, () => remindOfEnding(world)));
    expect(await bodies()).toHaveLength(1);
  });
});
