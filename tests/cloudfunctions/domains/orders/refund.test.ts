import {
  previewRefund,
  refundUnits,
} from '../../../../cloudfunctions/domains/orders/usecases/refund';
import { lockedOrder, seenOrder } from '../../../../cloudfunctions/domains/orders/usecases/locked';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { goodsThatEarn } from '../../../../cloudfunctions/domains/orders/usecases/complete';
import { completeDue } from '../../../../cloudfunctions/domains/orders/jobs';
import { afterCompleted } from '../../../../cloudfunctions/domains/points/jobs';
import type { Units } from '../../../../cloudfunctions/domains/orders/rules/refund';
import type { World } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import {
  buy,
  commissionOf,
  complete,
  receiveAll,
  shelfOf,
  ship,
  touchedBy,
  wechatBack,
} from '../../../support/purchases';
import { dataFaults } from '../../../support/data-faults';
import { openChoice, promotionDraft } from '../../../support/offers';
import { promotedShop } from '../../../support/promoted-shop';
import { refusalOf } from '../../../support/refusal-of';
import { noon, type Known } from '../../../support/small-shop';
import { addCoupon, addPoints, addStored, wealthOf } from '../../../support/wealth';

const shop = promotedShop();
const { database } = shop;

afterEach(async () => {
  expect(await dataFaults(database.db)).toEqual([]);
});

interface Asked {
  sentOnly?: boolean;
  restock?: boolean;
}

/** Refunds units of an order as an after-sale does. */
function refund(world: World, orderId: string, units: readonly Units[], asked: Asked = {}) {
  const { sentOnly = false, restock = true } = asked;
  const by = { actor: 'manager' as const, actorId: null, reason: '售后退款' };
  return transact(world.db, async (tx) => {
    const found = await lockedOrder(world, tx, orderId);
    return refundUnits(world, tx, found, { refundId: newId(), units, sentOnly, restock, ...by });
  });
}

const off40 = { kind: 'off', by: 'amount', tiers: [{ atLeast: 29_900, offFen: 4_000 }] };
const wealth = { points: 1_000, principal: 9_000, gift: 1_000, coupons: ['available'] };

/** Three pairs at ¥399 and two at ¥5.50 by a guide's card, with a promotion, a coupon, points and stored value. */
async function richOrder() {
  await shop.create(promotionDraft(off40));
  const buyer = await shop.small.shopper();
  await touchedBy(database.db, buyer, shop.small.guides[0].staffId);
  await addCoupon(buyer, { kind: 'fixed', offFen: 2_000 }, { thresholdFen: 30_000 });
  await addPoints(buyer, 1_000);
  await addStored(buyer, 9_000, 1_000);
  const [dear, cheap] = shop.small.skus;
  const lines = [
    { skuId: dear, quantity: 3 },
    { skuId: cheap, quantity: 2 },
  ];
  const choice = { ...openChoice, points: 100_000, storedFen: 100_000_00 };
  return { buyer, ...(await buy(shop.small, buyer, { lines, choice })) };
}

const wealthNow = (buyer: Known) => wealthOf(database.db, buyer.caller.memberId);
const everything = [
  { line: 1, quantity: 3 },
  { line: 2, quantity: 2 },
];
const untouched = { onHand: 100, held: 0, sold: 0 };

describe('a refund of everything before anything was sent', () => {
  it('brings back all that the order took, and closes it', async () => {
    const { buyer, orderId, dueFen, payableFen } = await richOrder();
    expect(await commissionOf(database.db, orderId)).toBeGreaterThan(0);
    const back = await refund(buyer, orderId, everything);
    expect(back).toMatchObject({
      ...{ totalFen: payableFen, wechatFen: dueFen, principalFen: 9_000, giftFen: 1_000 },
      ...{ pointsBack: 1_000, pointsTaken: 0, whole: true },
    });
    expect(back.couponIds).toHaveLength(1);
    expect(back.wechatRefundIds).toHaveLength(1);
    expect(await wealthNow(buyer)).toEqual(wealth);
    expect(await wechatBack(database.db, orderId)).toBe(dueFen);
    expect(await commissionOf(database.db, orderId)).toBe(0);
    for (const skuId of shop.small.skus)
      expect(await shelfOf(database.db, skuId)).toEqual(untouched);
    expect(await showOrder(buyer, { orderId })).toMatchObject({
      ...{ state: 'closed', closeReason: 'refunded', refundedFen: payableFen },
    });
  });

  it('is what the preview had said', async () => {
    const { buyer, orderId } = await richOrder();
    const seen = await seenOrder(buyer, orderId);
    const asked = { units: everything, sentOnly: false };
    const said = await previewRefund(buyer, database.db, seen, asked);
    expect(await refund(buyer, orderId, everything)).toMatchObject(said);
  });

  it('brings freight back, of which a part of the goods brings none', async () => {
    const buyer = await shop.small.shopper();
    const addressId = await shop.small.address(buyer);
    const lines = [{ skuId: shop.small.skus[1], quantity: 2 }];
    const wanted = { lines, delivery: { kind: 'express' as const, addressId } };
    const { orderId, payableFen } = await buy(shop.small, buyer, wanted);
    const freightFen = payableFen - 1_100;
    expect(freightFen).toBeGreaterThan(0);
    const [one] = [[{ line: 1, quantity: 1 }]];
    expect(await refund(buyer, orderId, one)).toMatchObject({ totalFen: 550, freightFen: 0 });
    const rest = { totalFen: 550 + freightFen, freightFen, whole: true };
    expect(await refund(buyer, orderId, one)).toMatchObject(rest);
    expect(await wechatBack(database.db, orderId)).toBe(payableFen);
  });
});

describe('refunds unit by unit', () => {
  it('come to what was paid, to the fen, WeChat first and then stored value', async () => {
    const { buyer, orderId, dueFen, payableFen } = await richOrder();
    const turns = [1, 2, 1, 2, 1];
    const backs: Awaited<ReturnType<typeof refund>>[] = [];
    for (const line of turns) backs.push(await refund(buyer, orderId, [{ line, quantity: 1 }]));
    const sum = (pick: (back: (typeof backs)[number]) => number) =>
      backs.reduce((total, back) => total + pick(back), 0);
    expect(sum((back) => back.totalFen)).toBe(payableFen);
    expect(sum((back) => back.wechatFen)).toBe(dueFen);
    expect(sum((back) => back.pointsBack)).toBe(1_000);
    expect(backs.map(({ couponIds }) => couponIds.length)).toEqual([0, 0, 0, 0, 1]);
    expect(backs[0]).toMatchObject({ principalFen: 0, giftFen: 0, whole: false });
    expect(await wealthNow(buyer)).toEqual(wealth);
    expect(await wechatBack(database.db, orderId)).toBe(dueFen);
    expect(await commissionOf(database.db, orderId)).toBe(0);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'closed' });
  });

  it('refund no unit twice', async () => {
    const { buyer, orderId } = await richOrder();
    await refund(buyer, orderId, [{ line: 1, quantity: 2 }]);
    const again = refund(buyer, orderId, [{ line: 1, quantity: 2 }]);
    expect(await refusalOf(again)).toMatchObject({ code: 'too_many_units', details: { line: 1 } });
    expect(await shelfOf(database.db, shop.small.skus[0])).toEqual({
      ...{ onHand: 99, held: 0, sold: 1 },
    });
  });

  it.each([
    ['no_such_line', [{ line: 9, quantity: 1 }]],
    ['no_such_line', [1, 1].map((line) => ({ line, quantity: 1 }))],
    ['nothing_to_refund', []],
  ])('are refused as %s and change nothing', async (code, units) => {
    const { buyer, orderId } = await richOrder();
    expect(await refusalOf(refund(buyer, orderId, units))).toMatchObject({ code });
    expect(await wechatBack(database.db, orderId)).toBe(0);
  });
});

describe('a refund while goods are on their way', () => {
  it('takes first what was not sent, and ships the order when nothing else is left', async () => {
    const { buyer, orderId } = await richOrder();
    await ship(buyer, orderId, [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 2 },
    ]);
    const back = await refund(buyer, orderId, [{ line: 1, quantity: 1 }], { restock: false });
    expect(back.lines).toMatchObject([{ line: 1, quantity: 1, unsent: 1 }]);
    expect(back.freightFen).toBe(0);
    // It never left, so it lies on the shelf whatever is said of goods that come back.
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(98);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'shipped' });
  });

  it('of goods that come back leaves unsent ones to be sent, and shelves what may be sold', async () => {
    const { buyer, orderId } = await richOrder();
    await ship(buyer, orderId, [{ line: 1, quantity: 2 }]);
    const one = [{ line: 1, quantity: 1 }];
    const broken = await refund(buyer, orderId, one, { sentOnly: true, restock: false });
    expect(broken.lines).toMatchObject([{ unsent: 0 }]);
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(97);
    await refund(buyer, orderId, one, { sentOnly: true, restock: true });
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(98);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'paid' });
    await ship(buyer, orderId, [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 2 },
    ]);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'shipped' });
  });

  it('takes sent units where the units say so, though others were not sent', async () => {
    const { buyer, orderId } = await richOrder();
    await ship(buyer, orderId, [{ line: 1, quantity: 1 }]);
    const units = [{ line: 1, quantity: 1, unsent: 0 }];
    expect((await refund(buyer, orderId, units)).lines).toMatchObject([{ unsent: 0 }]);
  });
});

describe('a refund after completion', () => {
  it('takes back what the goods had earned, to nothing with the last unit', async () => {
    const { buyer, orderId, payableFen, dueFen } = await richOrder();
    await ship(buyer, orderId, everything);
    await receiveAll(buyer, orderId);
    const later = await complete(shop.small, buyer, orderId);
    const earned = (await wealthNow(buyer)).points;
    expect(earned).toBeGreaterThan(0);
    const commission = await commissionOf(database.db, orderId);
    const first = await refund(later, orderId, [{ line: 1, quantity: 1 }]);
    expect(first.pointsTaken).toBeGreaterThan(0);
    expect(await commissionOf(database.db, orderId)).toBeLessThan(commission);
    expect((await wealthNow(buyer)).points).toBe(earned + first.pointsBack - first.pointsTaken);
    await refund(later, orderId, [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 2 },
    ]);
    expect(await wealthNow(buyer)).toEqual(wealth);
    expect(await commissionOf(database.db, orderId)).toBe(0);
    expect(await wechatBack(database.db, orderId)).toBe(dueFen);
    const shown = await showOrder(later, { orderId });
    expect(shown).toMatchObject({ state: 'completed', refundedFen: payableFen });
  });

  it('leaves a balance below zero when the points are spent already', async () => {
    const buyer = await shop.small.shopper();
    const lines = [{ skuId: shop.small.skus[0], quantity: 1 }];
    const { orderId } = await buy(shop.small, buyer, { lines });
    await ship(buyer, orderId, [{ line: 1, quantity: 1 }]);
    await receiveAll(buyer, orderId);
    const later = await complete(shop.small, buyer, orderId);
    const spending = { ...openChoice, points: 100_000 };
    await buy(shop.small, later, { lines, choice: spending });
    const { points } = await wealthNow(buyer);
    const { pointsTaken } = await refund(later, orderId, [{ line: 1, quantity: 1 }]);
    expect(pointsTaken).toBeGreaterThan(points);
    expect((await wealthNow(buyer)).points).toBe(points - pointsTaken);
  });

  it('that comes before the points do leaves only the rest to be earned', async () => {
    const buyer = await shop.small.shopper();
    const lines = [{ skuId: shop.small.skus[0], quantity: 2 }];
    const { orderId } = await buy(shop.small, buyer, { lines });
    await ship(buyer, orderId, [{ line: 1, quantity: 2 }]);
    await receiveAll(buyer, orderId);
    const later = shop.small.at(buyer, noon + 8 * day);
    expect(await completeDue(later)).toBe(1);
    const one = [{ line: 1, quantity: 1 }];
    expect(await refund(later, orderId, one)).toMatchObject({ pointsTaken: 0, growthTaken: 0 });
    const { memberId } = buyer.caller;
    await transact(later.db, async (tx) => {
      const completed = { orderId, memberId, goodsPaidFen: 79_800 };
      const goodsPaidFen = await goodsThatEarn(later, tx, completed);
      await afterCompleted(later, tx, { ...completed, goodsPaidFen });
    });
    expect((await wealthNow(buyer)).points).toBe(399);
    await refund(later, orderId, one);
    expect((await wealthNow(buyer)).points).toBe(0);
  });
});

describe('thirty-two refunds at once of ten units', () => {
  it('refund ten, and not a fen more than was paid', async () => {
    const buyer = { ...(await shop.small.shopper()), db: database.open(16) };
    await addStored(buyer, 100_000, 10_000);
    const lines = [{ skuId: shop.small.skus[0], quantity: 10 }];
    const choice = { ...openChoice, storedFen: 100_000_00 };
    const { orderId, dueFen } = await buy(shop.small, buyer, { lines, choice });
    const turns = Array.from({ length: 32 }, () =>
      refund(buyer, orderId, [{ line: 1, quantity: 1 }]),
    );
    const done = await Promise.allSettled(turns);
    const codes = done.map((turn) => {
      if (turn.status === 'fulfilled') return 'done';
      if (turn.reason instanceof Refused) return turn.reason.refusal.code;
      throw turn.reason;
    });
    expect(codes.filter((code) => code === 'done')).toHaveLength(10);
    expect(new Set(codes)).toEqual(new Set(['done', 'cannot_refund']));
    expect(await wechatBack(database.db, orderId)).toBe(dueFen);
    const { principal, gift } = await wealthNow(buyer);
    expect([principal, gift]).toEqual([100_000, 10_000]);
    expect(await shelfOf(database.db, shop.small.skus[0])).toEqual(untouched);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'closed' });
  });
});
