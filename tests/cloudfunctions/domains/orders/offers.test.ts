import { closeOverdue } from '../../../../cloudfunctions/domains/orders/jobs';
import { cancelOrder } from '../../../../cloudfunctions/domains/orders/usecases/cancel';
import { settlePayment } from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { PlaceOrder } from '../../../../cloudfunctions/domains/orders/schema';
import { stopPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/stop';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { flashDraft, openChoice, promotionDraft } from '../../../support/offers';
import { promotedShop } from '../../../support/promoted-shop';
import { refusalOf } from '../../../support/refusal-of';
import { money, noon, overdueAt, type Known } from '../../../support/small-shop';
import { addCoupon, addPoints, addStored, wealthOf } from '../../../support/wealth';

const shop = promotedShop();
const { database, create, wanted, tallyOf, goodOf } = shop;

/** Places what the shopper sees at this moment. */
async function place(buyer: Known, more: Partial<PlaceOrder> = {}) {
  const order = wanted(more);
  const { quote } = await previewOrder(buyer, order);
  const { payableFen, dueFen } = quote;
  const input = { key: newId(), remark: '', payableFen, dueFen, ...order };
  return { quote, input, placed: await placeOrder(buyer, input) };
}

const rowsOf = (table: 'promotionUses' | 'payments' | 'orderLines' | 'orders') =>
  database.db.selectFrom(table).selectAll().where('shopId', '=', shop.small.shop.shopId).execute();

const off40 = { kind: 'off', by: 'amount', tiers: [{ atLeast: 29_900, offFen: 4_000 }] };
const all = { ...openChoice, points: 100_000, storedFen: 100_000_00 };

/** A buyer with a coupon, points and stored value, in a shop with 满299减40 of a limited budget. */
async function richBuyer() {
  const promotionId = await create(promotionDraft(off40, { limits: { budgetFen: 10_000 } }));
  const buyer = await shop.small.shopper();
  await addCoupon(buyer, { kind: 'fixed', offFen: 2_000 }, { thresholdFen: 30_000 });
  await addPoints(buyer, 1_000);
  await addStored(buyer, 9_000, 1_000);
  return { promotionId, buyer };
}

describe('an order with offers', () => {
  it('holds all that its price is made of, and shows each amount', async () => {
    const { promotionId, buyer } = await richBuyer();
    const { placed, quote } = await place(buyer, { choice: all });
    // 399.00 − 40.00 − 20.00 − 10.00 of points = 329.00, of which stored value pays 100.00.
    expect(placed).toMatchObject({ payableFen: 32_900, dueFen: 22_900 });
    expect(quote.savings.map(({ kind, fen }) => [kind, fen])).toEqual([
      ['off', 4_000],
      ['coupon', 2_000],
      ['points', 1_000],
    ]);
    expect(await wealthOf(database.db, buyer.caller.memberId)).toEqual({
      points: 0,
      principal: 0,
      gift: 0,
      coupons: ['held'],
    });
    expect(await tallyOf(promotionId)).toEqual({ spentFen: 4_000, uses: 1 });
    expect(await rowsOf('promotionUses')).toMatchObject([{ fen: 4_000, state: 'held' }]);
    expect(await showOrder(buyer, placed)).toMatchObject({
      discountFen: 7_000,
      payableFen: 32_900,
      pointsUsed: 1_000,
      storedPrincipalFen: 9_000,
      storedGiftFen: 1_000,
      dueFen: 22_900,
      quote,
    });
  });

  it('is paid by what was due, and what it held is used for good', async () => {
    const { buyer } = await richBuyer();
    const { placed } = await place(buyer, { choice: all });
    const wrong = { ...placed, payableFen: placed.payableFen };
    expect(await settlePayment(buyer, money(wrong, buyer))).toEqual({ outcome: 'doubt' });
    const due = { number: placed.number, payableFen: placed.dueFen };
    expect(await settlePayment(buyer, money(due, buyer))).toEqual({ outcome: 'paid' });
    expect((await wealthOf(database.db, buyer.caller.memberId)).coupons).toEqual(['used']);
    expect(await rowsOf('promotionUses')).toMatchObject([{ state: 'used' }]);
    const paid = (await rowsOf('payments')) as { method: string; amountFen: number }[];
    expect(paid.map(({ method, amountFen }) => [method, amountFen]).sort()).toEqual([
      ['gift', 1_000],
      ['stored', 9_000],
      ['wechat', 22_900],
    ]);
  });

  it.each(['cancel', 'expire'])('gives everything back by %s, once', async (how) => {
    const { promotionId, buyer } = await richBuyer();
    const { placed } = await place(buyer, { choice: all });
    const late = shop.small.at(buyer, overdueAt(noon));
    if (how === 'cancel') await cancelOrder(buyer, { orderId: placed.orderId, reason: '' });
    else expect(await closeOverdue(late)).toBe(1);
    expect(await closeOverdue(late)).toBe(0);
    expect(await wealthOf(database.db, buyer.caller.memberId)).toEqual({
      points: 1_000,
      principal: 9_000,
      gift: 1_000,
      coupons: ['available'],
    });
    expect(await tallyOf(promotionId)).toEqual({ spentFen: 0, uses: 0 });
    expect(await rowsOf('promotionUses')).toMatchObject([{ state: 'returned' }]);
  });

  it('lets a coupon end whose time passed while it was held', async () => {
    const buyer = await shop.small.shopper();
    await addCoupon(buyer, { kind: 'fixed', offFen: 500 }, { endsAt: noon + 60_000 });
    await place(buyer);
    await closeOverdue(shop.small.at(buyer, overdueAt(noon)));
    expect((await wealthOf(database.db, buyer.caller.memberId)).coupons).toEqual(['expired']);
  });

  it('is paid at once when stored value or a coupon leaves nothing to pay', async () => {
    const buyer = await shop.small.shopper();
    await addStored(buyer, 50_000, 5_000);
    const { placed } = await place(buyer, { choice: { ...openChoice, storedFen: 99_999_999 } });
    expect(placed).toMatchObject({ payableFen: 39_900, dueFen: 0 });
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'paid', paidAt: noon });
    const { principal, gift } = await wealthOf(database.db, buyer.caller.memberId);
    expect(principal + gift).toBe(55_000 - 39_900);

    const other = await shop.small.shopper();
    await addCoupon(other, { kind: 'exchange' });
    const { placed: free } = await place(other);
    expect(free).toMatchObject({ payableFen: 0, dueFen: 0 });
    expect(await showOrder(other, free)).toMatchObject({ state: 'paid' });
    expect((await wealthOf(database.db, other.caller.memberId)).coupons).toEqual(['used']);
  });
});

describe('late money', () => {
  async function closedOrder() {
    const { buyer } = await richBuyer();
    const { placed } = await place(buyer, { choice: all });
    await cancelOrder(buyer, { orderId: placed.orderId, reason: '' });
    return { buyer, placed, due: { number: placed.number, payableFen: placed.dueFen } };
  }

  it('reopens the order when all that its price was made of can be taken again', async () => {
    const { buyer, placed, due } = await closedOrder();
    expect(await settlePayment(buyer, money(due, buyer))).toEqual({ outcome: 'reopened' });
    expect(await wealthOf(database.db, buyer.caller.memberId)).toEqual({
      points: 0,
      principal: 0,
      gift: 0,
      coupons: ['used'],
    });
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'paid' });
  });

  it('goes back when the coupon serves another order by now', async () => {
    const { buyer, due } = await closedOrder();
    await place(buyer, { choice: { ...openChoice, points: 200 } });
    expect(await settlePayment(buyer, money(due, buyer))).toEqual({ outcome: 'refunding' });
    const { points, principal, coupons } = await wealthOf(database.db, buyer.caller.memberId);
    expect({ points, principal, coupons }).toEqual({
      points: 800,
      principal: 9_000,
      coupons: ['held'],
    });
  });
});

describe('an offer that moves between preview and order', () => {
  it('takes nothing and tells the new price when a promotion was stopped', async () => {
    const { promotionId, buyer } = await richBuyer();
    const order = wanted();
    const { quote } = await previewOrder(buyer, order);
    await stopPromotion(shop.small.staff(shop.small.manager), { promotionId });
    const input = { key: newId(), remark: '', payableFen: quote.payableFen, ...order };
    expect(await refusalOf(placeOrder(buyer, input))).toMatchObject({
      code: 'price_changed',
      details: { quote: { payableFen: quote.payableFen + 4_000 } },
    });
    expect(await rowsOf('orders')).toEqual([]);
    expect((await wealthOf(database.db, buyer.caller.memberId)).coupons).toEqual(['available']);
  });

  it('never changes an order that was placed', async () => {
    const { promotionId, buyer } = await richBuyer();
    const { placed, quote } = await place(buyer);
    await stopPromotion(shop.small.staff(shop.small.manager), { promotionId });
    expect(await showOrder(buyer, placed)).toMatchObject({ quote, payableFen: quote.payableFen });
  });

  it('takes nothing when stored value covers less than the shopper saw', async () => {
    const buyer = await shop.small.shopper();
    await addStored(buyer, 10_000, 0);
    const choice = { ...openChoice, storedFen: 10_000 };
    const { placed } = await place(buyer, { choice });
    const input = { ...wanted({ choice }), key: newId(), remark: '', payableFen: 39_900 };
    const seen = { ...input, dueFen: placed.dueFen };
    expect(await refusalOf(placeOrder(buyer, seen))).toMatchObject({ code: 'price_changed' });
    expect(await rowsOf('orders')).toHaveLength(1);
  });
});

describe('goods of an activity', () => {
  it('are sold from its own stock and from the shelf, and come back to both', async () => {
    const promotionId = await create(flashDraft([shop.small.skus[0]]));
    const buyer = await shop.small.shopper();
    const lines = [{ skuId: shop.small.skus[0], quantity: 2 }];
    const { placed } = await place(buyer, { lines });
    expect(placed.payableFen).toBe(200);
    expect(await goodOf(promotionId)).toEqual({ held: 2, sold: 0 });
    // She had her two: the next one costs what it always does.
    expect((await previewOrder(buyer, wanted())).quote.payableFen).toBe(39_900);
    await cancelOrder(buyer, { orderId: placed.orderId, reason: '' });
    expect(await goodOf(promotionId)).toEqual({ held: 0, sold: 0 });
    const again = await place(buyer, { lines });
    await settlePayment(buyer, money(again.placed, buyer));
    expect(await goodOf(promotionId)).toEqual({ held: 0, sold: 2 });
  });

  it('for points take the points with the order, and say when they are too few', async () => {
    const goods = [{ skuId: shop.small.skus[0], points: 600, priceFen: 990, pieces: 3 }];
    const exchangeId = await create(promotionDraft({ kind: 'exchange', goods }));
    const buyer = await shop.small.shopper();
    await addPoints(buyer, 1_000);
    const choice = { ...openChoice, exchangeId };
    const { placed } = await place(buyer, { choice });
    expect(placed.payableFen).toBe(990);
    expect((await wealthOf(database.db, buyer.caller.memberId)).points).toBe(400);
    const more = { ...wanted({ choice }), key: newId(), remark: '', payableFen: 990 };
    expect(await refusalOf(placeOrder(buyer, more))).toMatchObject({ code: 'too_few_points' });
  });

  it('come along as gifts and for a price of their own, each a line that takes stock', async () => {
    const [shoes, socks] = shop.small.skus;
    const tiers = [{ atLeast: 30_000, skuId: socks, quantity: 1 }];
    await create(promotionDraft({ kind: 'gift', by: 'amount', tiers }));
    const goods = [{ skuId: socks, priceFen: 100, most: 1 }];
    const addOn = { kind: 'add_on', by: 'amount', atLeast: 9_900, goods };
    const promotionId = await create(promotionDraft(addOn));
    const buyer = await shop.small.shopper();
    const addOns = [{ promotionId, skuId: socks, quantity: 1 }];
    const { placed } = await place(buyer, { choice: { ...openChoice, addOns } });
    expect(placed.payableFen).toBe(40_000);
    const { lines } = await showOrder(buyer, placed);
    expect(
      lines.map(({ skuId, kind, unitFen, paidFen }) => [skuId, kind, unitFen, paidFen]),
    ).toEqual([
      [shoes, 'bought', 39_900, 39_900],
      [socks, 'add_on', 100, 100],
      [socks, 'gift', 0, 0],
    ]);
    const stock = await database.db
      .selectFrom('stock')
      .select(['onHand', 'held'])
      .where('skuId', '=', socks)
      .executeTakeFirstOrThrow();
    expect(stock).toEqual({ onHand: 98, held: 2 });
  });
});
