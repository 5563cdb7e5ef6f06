import { MakeCodes } from '../../../../cloudfunctions/domains/coupons/schema';
import { stopBatch } from '../../../../cloudfunctions/domains/coupons/usecases/batches';
import { makeCodes, redeemCode } from '../../../../cloudfunctions/domains/coupons/usecases/codes';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day, hour, minute } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { makeBatch } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { rowCounts } from '../../entries/purchase';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
let shopper: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
  shopper = await small.shopper();
});

const byCode = { giving: { by: 'code' } };

async function codesOf(batchId: string, count = 1, context = manager) {
  const { codes } = await makeCodes(context, { key: newId(), batchId, count });
  return codes as [string, ...string[]];
}

const tries = () =>
  database.db
    .selectFrom('couponCodeTries')
    .select('triedAt')
    .where('memberId', '=', shopper.caller.memberId)
    .executeTakeFirst();

describe('codes', () => {
  it('are readable, all different, and shown again to their key only', async () => {
    const batchId = await makeBatch(manager, { ...byCode, total: 1_000 });
    const input = { key: 'codes-key-1', batchId, count: 999 };
    const { codes } = await makeCodes(manager, input);
    expect(new Set(codes).size).toBe(999);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{12}$/);
    expect(await makeCodes(manager, input)).toEqual({ codes });
    const [one] = await codesOf(batchId);
    expect(codes).not.toContain(one);
  });

  it('are no more than coupons, also when they are made at once', async () => {
    const batchId = await makeBatch(manager, { ...byCode, total: 10 });
    const context = { ...manager, db: database.open(8) };
    const lots = await Promise.allSettled(
      Array.from({ length: 8 }, () => codesOf(batchId, 3, context)),
    );
    expect(lots.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const before = await rowCounts(database.db);
    expect(await refusalOf(codesOf(batchId, 2))).toMatchObject({ code: 'too_many_codes' });
    expect(await rowCounts(database.db)).toBe(before);
    await codesOf(batchId, 1);
  });

  it('are refused for what is not given by code, is stopped or over, or is nothing', async () => {
    const claimed = await makeBatch(manager);
    expect(await refusalOf(codesOf(claimed))).toMatchObject({ code: 'given_otherwise' });
    const batchId = await makeBatch(manager, byCode);
    const late = { ...manager, nowMs: noon + 3 * day };
    expect(await refusalOf(codesOf(batchId, 1, late))).toMatchObject({ code: 'over' });
    await stopBatch(manager, { batchId });
    expect(await refusalOf(codesOf(batchId))).toMatchObject({ code: 'stopped' });
    const other = await smallShop(database.db);
    const stranger = other.staff(other.manager);
    expect(await refusalOf(codesOf(batchId, 1, stranger))).toEqual(
      await refusalOf(codesOf(newId())),
    );
  });

  it.each([0, -1, 1_001, 1.5, '5', Number.NaN])('cannot be %p at once', (count) => {
    const input = { key: 'codes-key-2', batchId: newId(), count };
    expect(MakeCodes.safeParse(input).success).toBe(false);
  });
});

describe('redeeming a code', () => {
  it('gives its coupon, however it is typed, and again to her who used it', async () => {
    const batchId = await makeBatch(manager, byCode);
    const [code] = await codesOf(batchId);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8)} `;
    const coupon = await redeemCode(shopper, { code: typed });
    expect(coupon).toMatchObject({ batchId, state: 'available' });
    expect(await redeemCode(shopper, { code })).toEqual(coupon);
    expect(await tries()).toEqual({ triedAt: [] });
  });

  it('answers alike for codes of nothing, used ones, and those of another shop', async () => {
    const batchId = await makeBatch(manager, byCode);
    const [used] = await codesOf(batchId);
    await redeemCode(await small.shopper(), { code: used });
    const other = await smallShop(database.db);
    const theirs = other.staff(other.manager);
    const [foreign] = await codesOf(await makeBatch(theirs, byCode), 1, theirs);
    const said = [];
    for (const code of [used, foreign, 'ABCDEFGHJKMN', '0', '\u0000', '券'])
      said.push(await refusalOf(redeemCode(shopper, { code })));
    expect(new Set(said.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(said[0]).toMatchObject({ code: 'wrong_code' });
  });

  it('says of a right code why its batch gives none, and keeps the code', async () => {
    const batchId = await makeBatch(manager, { ...byCode, opensAt: noon + hour });
    const [code, more] = await codesOf(batchId, 2);
    const before = await rowCounts(database.db);
    expect(await refusalOf(redeemCode(shopper, { code }))).toMatchObject({ code: 'not_open' });
    expect(await rowCounts(database.db)).toBe(before);
    const later = small.at(shopper, noon + hour);
    await redeemCode(later, { code });
    expect(await refusalOf(redeemCode(later, { code: more ?? '' }))).toMatchObject({
      code: 'limit_reached',
    });
    await redeemCode(await small.shopper(noon + hour), { code: more ?? '' });
  });

  it('is over after ten wrong ones in an hour, for a right one too, and for her alone', async () => {
    const [code] = await codesOf(await makeBatch(manager, byCode));
    const at = (nowMs: number) => small.at(shopper, nowMs);
    for (let turn = 0; turn < 10; turn += 1) {
      const wrong = redeemCode(at(noon + turn * minute), { code: `WRONG${turn}` });
      expect(await refusalOf(wrong)).toMatchObject({ code: 'wrong_code' });
    }
    const stuck = redeemCode(at(noon + hour - 1), { code });
    expect(await refusalOf(stuck)).toMatchObject({ code: 'too_many_tries' });
    const other = await refusalOf(redeemCode(await small.shopper(), { code: 'WRONG' }));
    expect(other).toMatchObject({ code: 'wrong_code' });
    // The first try is an hour old: one more is free, and no second.
    const wrong = redeemCode(at(noon + hour), { code: 'WRONG' });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'wrong_code' });
    const again = redeemCode(at(noon + hour), { code });
    expect(await refusalOf(again)).toMatchObject({ code: 'too_many_tries' });
    await redeemCode(at(noon + hour + minute), { code });
  });

  it('counts wrong ones exactly when many are tried at once', async () => {
    const db = database.open(32);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 32 }, (_, turn) => redeemCode({ ...shopper, db }, { code: `N${turn}` })),
    );
    const codes = outcomes.map((one) =>
      one.status === 'rejected' && one.reason instanceof Refused ? one.reason.refusal.code : '',
    );
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(22);
  });

  it('gives one coupon for a code that 16 members send at once', async () => {
    const db = database.open(16);
    const batchId = await makeBatch(manager, byCode);
    const [code] = await codesOf(batchId);
    const members = await Promise.all(Array.from({ length: 16 }, () => small.shopper()));
    const outcomes = await Promise.allSettled(
      members.map((member) => redeemCode({ ...member, db }, { code })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { claimed } = await database.db
      .selectFrom('couponTallies')
      .select('claimed')
      .where('batchId', '=', batchId)
      .executeTakeFirstOrThrow();
    expect(claimed).toBe(1);
  });
});
