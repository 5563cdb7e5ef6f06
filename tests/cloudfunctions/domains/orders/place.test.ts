import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { cancelOrder } from '../../../../cloudfunctions/domains/orders/usecases/cancel';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { testDatabase } from '../../../support/database';
import { openChoice } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});

const pickup = () => ({ kind: 'pickup' as const, storeId: small.storeId });
const one = (skuId: string, quantity = 1) => [{ skuId, quantity }];

function order(context: Known, key: string, payableFen = 39_900, quantity = 1) {
  return placeOrder(context, {
    key,
    lines: one(small.skus[0], quantity),
    delivery: pickup(),
    remark: '',
    choice: openChoice,
    payableFen,
  });
}

async function stockOf(skuId: string) {
  return database.db
    .selectFrom('stock')
    .select(['received', 'onHand', 'held', 'sold'])
    .where('skuId', '=', skuId)
    .executeTakeFirstOrThrow();
}

describe('placing an order', () => {
  it('holds its goods and shows its shopper every amount', async () => {
    const context = await small.shopper();
    const addressId = await small.address(context);
    const delivery = { kind: 'express' as const, addressId };
    const { quote } = await previewOrder(context, {
      lines: one(small.skus[1], 2),
      delivery,
      choice: openChoice,
    });
    expect(quote).toMatchObject({
      goodsFen: 1_100,
      freightFen: 1_500,
      payableFen: 2_600,
      deliverable: true,
    });

    const placed = await placeOrder(context, {
      key: 'key-00001',
      lines: one(small.skus[1], 2),
      delivery,
      remark: '请放门口',
      choice: openChoice,
      payableFen: 2_600,
    });
    const shown = await showOrder(context, placed);
    expect(await showOrder(context, { number: placed.number })).toEqual(shown);
    expect(shown).toMatchObject({
      state: 'unpaid',
      goodsFen: 1_100,
      freightFen: 1_500,
      payableFen: 2_600,
      remark: '请放门口',
    });
    expect(shown.contact).toMatchObject({ name: '王芳', phone: '13812345678', district: '徐汇区' });
    expect(shown.quote).toEqual(quote);
    expect(await stockOf(small.skus[1])).toEqual({ received: 100, onHand: 98, held: 2, sold: 0 });
  });

  it('gives the same answer to the same key and body, and writes once', async () => {
    const context = await small.shopper();
    const first = await order(context, 'key-00002');
    expect(await order(context, 'key-00002')).toEqual(first);
    expect((await stockOf(small.skus[0])).held).toBe(1);
  });

  it('gives the same answer even when by now the shelf is empty', async () => {
    const context = await small.shopper();
    await small.stock(small.skus[0], 1);
    const first = await order(context, 'key-00003');
    expect(await order(context, 'key-00003')).toEqual(first);
  });

  it('refuses a key that was used with another body', async () => {
    const context = await small.shopper();
    await order(context, 'key-00004');
    expect(await refusalOf(order(context, 'key-00004', 79_800, 2))).toMatchObject({
      code: 'key_reused',
    });
    expect((await stockOf(small.skus[0])).held).toBe(1);
  });

  it('takes nothing when the price is another than the shopper saw, and tells the new quote', async () => {
    const context = await small.shopper();
    const refusal = await refusalOf(order(context, 'key-00005', 39_800));
    expect(refusal).toMatchObject({
      code: 'price_changed',
      details: { quote: { payableFen: 39_900 } },
    });
    expect(await stockOf(small.skus[0])).toEqual({ received: 100, onHand: 100, held: 0, sold: 0 });
  });

  it('names the goods that are not there any more', async () => {
    const context = await small.shopper();
    await small.stock(small.skus[0], 1);
    expect(await refusalOf(order(context, 'key-00006', 79_800, 2))).toMatchObject({
      code: 'sold_out',
      details: { problems: [{ skuId: small.skus[0], code: 'too_few', left: 1 }] },
    });
    const gone = placeOrder(context, {
      key: 'key-00007',
      lines: one(newId()),
      delivery: pickup(),
      remark: '',
      choice: openChoice,
      payableFen: 0,
    });
    expect(await refusalOf(gone)).toMatchObject({
      code: 'sold_out',
      details: { problems: [{ code: 'gone' }] },
    });
  });

  it('does not deliver where a template does not', async () => {
    const context = await small.shopper();
    const addressId = await small.address(context);
    await database.db
      .updateTable('addresses')
      .set({ regionCode: '710100' })
      .where('addressId', '=', addressId)
      .execute();
    const far = placeOrder(context, {
      key: 'key-00008',
      lines: one(small.skus[0]),
      delivery: { kind: 'express', addressId },
      remark: '',
      choice: openChoice,
      payableFen: 39_900,
    });
    expect(await refusalOf(far)).toMatchObject({ code: 'not_deliverable' });
  });

  it('answers alike for a missing address and for somebody else’s', async () => {
    const [context, other] = [await small.shopper(), await small.shopper()];
    const theirs = await small.address(other);
    const ask = (addressId: string) =>
      refusalOf(
        previewOrder(context, {
          lines: one(small.skus[0]),
          delivery: { kind: 'express', addressId },
          choice: openChoice,
        }),
      );
    expect(await ask(theirs)).toEqual(await ask(newId()));
  });

  it('shows an order to nobody else', async () => {
    const [context, other] = [await small.shopper(), await small.shopper()];
    const { orderId } = await order(context, 'key-00009');
    expect(await refusalOf(showOrder(other, { orderId }))).toEqual(
      await refusalOf(showOrder(other, { orderId: newId() })),
    );
    expect(await refusalOf(cancelOrder(other, { orderId, reason: '' }))).toMatchObject({
      code: 'no_such_order',
    });
  });
});

describe('cancelling an order', () => {
  it('puts the goods back once, however often it is asked', async () => {
    const context = await small.shopper();
    const placed = await order(context, 'key-00010');
    await cancelOrder(context, { orderId: placed.orderId, reason: '不想买了' });
    expect(
      await refusalOf(cancelOrder(context, { orderId: placed.orderId, reason: '' })),
    ).toMatchObject({ code: 'cannot_cancel' });
    expect(await stockOf(small.skus[0])).toEqual({ received: 100, onHand: 100, held: 0, sold: 0 });
    expect(small.ports.pay.closed).toEqual([placed.number]);
    const shown = await showOrder(context, placed);
    expect(shown.events.map((event) => event.say)).toEqual(['提交订单', '取消订单：不想买了']);
  });
});

describe('many at once', () => {
  it('sells the last 10 pieces to 10 of 32 buyers', async () => {
    const db = database.open(32);
    await small.stock(small.skus[0], 10);
    const buyers = await Promise.all(Array.from({ length: 32 }, () => small.shopper()));
    const outcomes = await Promise.allSettled(
      buyers.map((buyer, index) => order({ ...buyer, db }, `race-key-${index}`)),
    );
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(10);
    expect(
      refused.every((fault) => fault instanceof Refused && fault.refusal.code === 'sold_out'),
    ).toBe(true);
    expect(await stockOf(small.skus[0])).toEqual({ received: 10, onHand: 0, held: 10, sold: 0 });
    const { orders } = await db
      .selectFrom('orders')
      .select((select) => select.fn.countAll<number>().as('orders'))
      .where('shopId', '=', small.shop.shopId)
      .executeTakeFirstOrThrow();
    expect(orders).toBe(10);
  });

  it('makes one order of one key sent 20 times at once', async () => {
    const db = database.open(20);
    const buyer = { ...(await small.shopper()), db };
    const answers = await Promise.all(Array.from({ length: 20 }, () => order(buyer, 'same-key-1')));
    expect(new Set(answers.map((answer) => answer.orderId)).size).toBe(1);
    expect(await stockOf(small.skus[0])).toEqual({ received: 100, onHand: 99, held: 1, sold: 0 });
  });

  it('does not deadlock on carts that name the same goods in another order', async () => {
    const db = database.open(32);
    const [a, b] = small.skus;
    const buyers = await Promise.all(Array.from({ length: 32 }, () => small.shopper()));
    await Promise.all(
      buyers.map((buyer, index) => {
        const lines = index % 2 === 0 ? [...one(a), ...one(b)] : [...one(b), ...one(a)];
        return placeOrder(
          { ...buyer, db },
          {
            key: `mixed-${index}-key`,
            lines,
            delivery: pickup(),
            choice: openChoice,
            remark: '',
            payableFen: 40_450,
          },
        );
      }),
    );
    expect(await stockOf(a)).toEqual({ received: 100, onHand: 68, held: 32, sold: 0 });
    expect(await stockOf(b)).toEqual({ received: 100, onHand: 68, held: 32, sold: 0 });
  });
});
