import { sql } from 'kysely';
import { giveBirthdays } from '../../../../cloudfunctions/domains/coupons/jobs';
import { listMine } from '../../../../cloudfunctions/domains/coupons/usecases/mine';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { testDatabase } from '../../../support/database';
import { makeBatch } from '../../../support/offers';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});

const giving = { by: 'event', event: { on: 'birthday' } };

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
    (await listMine(small.at(context, nowMs), { which: 'available' })).items.length;
  const always = { opensAt: noon - hour, closesAt: noon + 366 * day - hour };

  it('give on the day of the shop’s zone, once a year, however often the timer comes', async () => {
    await makeBatch(manager, { giving, ...always });
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
    await makeBatch(manager, { giving, ...always });
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
    await makeBatch(manager, { giving, ...always, total: 1_000 });
    await sql`insert into members (shop_id, member_id, openid, joined_at, last_seen_at, birthday)
      select ${small.shop.shopId}, gen_random_uuid(), gen_random_uuid()::text, 0, 0, '1990-11-20'
      from generate_series(1, 250)`.execute(database.db);
    const turns = [];
    for (let turn = 0; turn < 3; turn += 1)
      turns.push(await giveBirthdays(at('2026-11-20T04:00:00Z')));
    expect(turns).toEqual([200, 50, 0]);
    await makeBatch(manager, { giving, ...always, total: 1_000 });
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
    await makeBatch(manager, { giving, ...always });
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
