import { sql } from 'kysely';
import {
  expireCoupons,
  giveBirthdays,
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

describe('birthdays', () => {
  async function born(birthday: string, joinedContext?: Context) {
    const context = joinedContext ?? (await small.shopper());
    await sql`update members set birthday = ${birthday}::date where member_id = ${context.caller.memberId}`.execute(
      database.db,
    );
    return context;
  }
  const at = (instant: string) => ({ ...manager, nowMs: Date.parse(instant) });
  const has = async (context: Context, nowMs: number) =>
    (await batchesOf(small.at(context, nowMs))).length;
  const always = { opensAt: noon - hour, closesAt: noon + 366 * day - hour };

  it('give on the day of the shop’s zone, once a year, however often the timer comes', async () => {
    await onEvent({ on: 'birthday' }, always);
    const today = await born('1990-11-21');
    const other = await born('1990-11-22');
    // 23:59 of the 20th in China, then midnight of the 21st.
    expect(await giveBirthdays(at('2026-11-20T15:59:00Z'))).toBe(0);
    for (const minute of ['00', '01', '30']) await giveBirthdays(at(`2026-11-20T16:${minute}:00Z`));
    const now = Date.parse('2026-11-20T16:30:00Z');
    expect([await has(today, now), await has(other, now)]).toEqual([1, 0]);
    expect((await listNotices(today)).items).toHaveLength(1);
    await giveBirthdays(at('2026-11-21T16:00:00Z'));
    expect(await has(other, now + day)).toBe(1);
    // A birthday that is moved to tomorrow brings none in the same year.
    await born('1990-11-23', today);
    await giveBirthdays(at('2026-11-22T16:00:00Z'));
    expect(await has(today, now + 2 * day)).toBe(1);
  });

  it.each([
    ['2027-02-28', ['02-28', '02-29']],
    ['2027-03-01', ['03-01']],
    ['2028-02-28', ['02-28']],
    ['2028-02-29', ['02-29']],
    ['2100-02-28', ['02-28', '02-29']],
    ['2000-02-28', ['02-28']],
  ])('on %s are of those born on %j', async (today, days) => {
    const start = Date.parse(`${today}T00:00:00Z`);
    const batch = { opensAt: start - day, closesAt: start + day };
    const giving = { by: 'event', event: { on: 'birthday' } };
    await makeBatch({ ...manager, nowMs: start - day }, { giving, ...batch });
    const people = new Map<string, Context>();
    for (const date of ['02-27', '02-28', '02-29', '03-01'])
      people.set(date, await born(`1996-${date}`));
    await giveBirthdays({ ...manager, nowMs: start });
    const given: string[] = [];
    for (const [date, context] of people) if ((await has(context, start)) > 0) given.push(date);
    expect(given).toEqual(days);
  });

  it('that a timer missed are taken up for three days, and no longer', async () => {
    await onEvent({ on: 'birthday' }, always);
    await giveBirthdays(at('2026-11-20T04:00:00Z'));
    const people = new Map<string, Context>();
    for (const date of ['11-21', '11-22', '11-24', '11-25', '11-26'])
      people.set(date, await born(`1990-${date}`));
    const given = async () => {
      const dates: string[] = [];
      for (const [date, context] of people) if ((await has(context, noon)) > 0) dates.push(date);
      return dates;
    };
    const twice = async (instant: string) => {
      for (let turn = 0; turn < 4; turn += 1) await giveBirthdays(at(instant));
    };
    await twice('2026-11-22T04:00:00Z');
    expect(await given()).toEqual(['11-21', '11-22']);
    await born('1990-11-23', people.get('11-22'));
    await twice('2026-11-27T04:00:00Z');
    expect(await given()).toEqual(['11-21', '11-22', '11-25', '11-26']);
  });

  it('go through 200 at a time, and through a batch that is made later as well', async () => {
    await onEvent({ on: 'birthday' }, { ...always, total: 1_000 });
    await sql`insert into members (shop_id, member_id, openid, joined_at, last_seen_at, birthday)
      select ${small.shop.shopId}, gen_random_uuid(), gen_random_uuid()::text, 0, 0, '1990-11-20'
      from generate_series(1, 250)`.execute(database.db);
    const turns = [];
    for (let turn = 0; turn < 3; turn += 1)
      turns.push(await giveBirthdays(at('2026-11-20T04:00:00Z')));
    expect(turns).toEqual([200, 50, 0]);
    await onEvent({ on: 'birthday' }, { ...always, total: 1_000 });
    expect(await giveBirthdays(at('2026-11-20T05:00:00Z'))).toBe(200);
    expect(await giveBirthdays(at('2026-11-20T05:01:00Z'))).toBe(50);
    const { coupons } = await database.db
      .selectFrom('coupons')
      .select(sql<number>`count(*)::int`.as('coupons'))
      .where('shopId', '=', small.shop.shopId)
      .executeTakeFirstOrThrow();
    expect(coupons).toBe(500);
  });

  it('that fail for one member are given to the others', async () => {
    await onEvent({ on: 'birthday' }, always);
    const [a, b] = [await born('1990-11-20'), await born('1990-11-20')];
    await sql`create function refuse_one() returns trigger language plpgsql as $$
      begin if new.member_id::text = tg_argv[0] then raise exception 'broken'; end if; return new; end $$`.execute(
      database.db,
    );
    await sql
      .raw(
        `create trigger refuse_one before insert on coupons for each row
         execute function refuse_one('${a.caller.memberId}')`,
      )
      .execute(database.db);
    expect(await giveBirthdays(at('2026-11-20T04:00:00Z'))).toBe(2);
    await sql`drop function refuse_one() cascade`.execute(database.db);
    expect([await has(a, noon), await has(b, noon)]).toEqual([0, 1]);
  });
});
