import { afterPaid, closeOverdue } from '../../../../cloudfunctions/domains/orders/jobs';
import {
  checkPayment,
  prepay,
  settlePayment,
} from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { cancelOrder } from '../../../../cloudfunctions/domains/orders/usecases/cancel';
import { afterRefunded } from '../../../../cloudfunctions/domains/payments/jobs';
import { sendRefunds } from '../../../../cloudfunctions/domains/payments/usecases/refunds';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Events } from '../../../../cloudfunctions/domains/registry';
import { transact } from '../../../../cloudfunctions/platform/database';
import { testDatabase } from '../../../support/database';
import { openChoice } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import {
  money,
  noon,
  overdueAt,
  smallShop,
  type Known,
  type SmallShop,
} from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});

let keys = 0;
function order(context: Known, quantity = 1) {
  keys += 1;
  const delivery = { kind: 'pickup' as const, storeId: small.storeId };
  return placeOrder(context, {
    key: `pay-key-${keys}`,
    lines: [{ skuId: small.skus[0], quantity }],
    delivery,
    remark: '',
    choice: openChoice,
    payableFen: 39_900 * quantity,
  });
}

async function stock() {
  return database.db
    .selectFrom('stock')
    .select(['onHand', 'held', 'sold'])
    .where('skuId', '=', small.skus[0])
    .executeTakeFirstOrThrow();
}

async function rows(table: 'payments' | 'refunds' | 'paymentDoubts' | 'outbox') {
  return database.db
    .selectFrom(table)
    .selectAll()
    .where('shopId', '=', small.shop.shopId)
    .execute();
}

describe('money that arrives', () => {
  it('pays the order: held goods are sold, and it is announced once', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer, 2);
    expect(await settlePayment(buyer, money(placed, buyer))).toEqual({ outcome: 'paid' });
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'paid', paidAt: noon });
    expect(await stock()).toEqual({ onHand: 98, held: 0, sold: 2 });
    expect((await rows('outbox')).map((event) => 'name' in event && event.name)).toEqual([
      'orders.paid',
    ]);
  });

  it('counts once, however often and at once WeChat says it', async () => {
    const buyer = { ...(await small.shopper()), db: database.open(16) };
    const placed = await order(buyer);
    const said = await Promise.all(
      Array.from({ length: 16 }, () => settlePayment(buyer, money(placed, buyer))),
    );
    expect(said.filter(({ outcome }) => outcome === 'paid')).toHaveLength(1);
    expect(said.filter(({ outcome }) => outcome === 'again')).toHaveLength(15);
    expect(await rows('payments')).toHaveLength(1);
    expect(await stock()).toEqual({ onHand: 99, held: 0, sold: 1 });
  });

  it.each([
    ['wrong_amount', { amountFen: 1 }],
    ['foreign_merchant', { mchid: 'another' }],
    ['foreign_app', { appid: 'another' }],
    ['foreign_payer', { payerOpenid: 'o-another' }],
    ['unknown_number', { outTradeNo: '20260101000000' }],
  ])('is doubted and changes nothing when it says %s', async (problem, otherwise) => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    const told = { ...money(placed, buyer), ...otherwise } as ReturnType<typeof money>;
    expect(await settlePayment(buyer, told)).toEqual({ outcome: 'doubt' });
    expect(await settlePayment(buyer, told)).toEqual({ outcome: 'doubt' });
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'unpaid' });
    expect(await rows('paymentDoubts')).toMatchObject([{ problem }]);
    expect(await rows('payments')).toEqual([]);
  });

  it('is not there yet when WeChat says so', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    const waiting = money(placed, buyer, {
      tradeState: 'NOTPAY',
      transactionId: null,
      successAtMs: null,
    });
    expect(await settlePayment(buyer, waiting)).toEqual({ outcome: 'waiting' });
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'unpaid' });
  });

  it('a second payment of a paid order goes back in full', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    await settlePayment(buyer, money(placed, buyer));
    const second = money(placed, buyer, { transactionId: '4200-second' });
    expect(await settlePayment(buyer, second)).toEqual({ outcome: 'refunding' });
    expect(await rows('refunds')).toMatchObject([
      { amountFen: 39_900, state: 'wanted', transactionId: '4200-second' },
    ]);
    expect(await stock()).toEqual({ onHand: 99, held: 0, sold: 1 });
  });
});

describe('money that comes late', () => {
  it('reopens the order when its goods are there', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    const later = small.at(buyer, overdueAt(noon));
    expect(await closeOverdue(later)).toBe(1);
    expect(await settlePayment(later, money(placed, buyer))).toEqual({ outcome: 'reopened' });
    const shown = await showOrder(later, placed);
    expect(shown).toMatchObject({ state: 'paid', closedAt: null });
    expect(shown.events.map((event) => event.step)).toEqual(['place', 'expire', 'reopen']);
    expect(await stock()).toEqual({ onHand: 99, held: 0, sold: 1 });
  });

  it('goes back in full when the goods are gone, once, and the shopper is told', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    await cancelOrder(buyer, { orderId: placed.orderId, reason: '' });
    await small.stock(small.skus[0], 0);
    expect(await settlePayment(buyer, money(placed, buyer))).toEqual({ outcome: 'refunding' });
    expect(await settlePayment(buyer, money(placed, buyer))).toEqual({
      outcome: 'again',
      before: 'refunding',
    });
    expect(await sendRefunds(buyer)).toBe(1);
    expect(await sendRefunds(buyer)).toBe(0);
    expect(small.ports.pay.refunds.size).toBe(1);
    expect(await showOrder(buyer, placed)).toMatchObject({
      state: 'closed',
      refunds: [{ amountFen: 39_900, state: 'done' }],
    });
    const said = (await rows('outbox')).flatMap((event) => ('name' in event ? [event] : []));
    const refunded = said.find(({ name }) => name === 'payments.refunded');
    const payload = refunded?.payload as Events['payments.refunded'];
    await transact(buyer.db, (tx) => afterRefunded(buyer, tx, payload));
    const { items } = await listNotices(buyer);
    expect(items).toMatchObject([{ title: '退款到账', body: '¥399.00 已原路退回您的付款账户' }]);
  });
});

describe('the timer', () => {
  it('closes what is overdue and puts it back, once, with many timers at once', async () => {
    const buyer = { ...(await small.shopper()), db: database.open(8) };
    await order(buyer, 3);
    const before = small.at(buyer, overdueAt(noon) - 1);
    expect(await closeOverdue(before)).toBe(0);
    const after = small.at(buyer, overdueAt(noon));
    const closed = await Promise.all(Array.from({ length: 8 }, () => closeOverdue(after)));
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await stock()).toEqual({ onHand: 100, held: 0, sold: 0 });
  });

  it('finds money on its way before it closes', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    small.ports.pay.transactions.set(placed.number, money(placed, buyer));
    expect(await closeOverdue(small.at(buyer, overdueAt(noon)))).toBe(0);
    expect(await showOrder(buyer, placed)).toMatchObject({ state: 'paid' });
  });

  it('races with payers: each order ends paid or closed with its goods where they belong', async () => {
    const db = database.open(24);
    const buyers = await Promise.all(
      Array.from({ length: 12 }, async () => ({ ...(await small.shopper()), db })),
    );
    const placed = await Promise.all(buyers.map((buyer) => order(buyer)));
    await Promise.all(
      buyers.flatMap((buyer, index) => {
        const mine = placed[index];
        if (mine === undefined) return [];
        return [
          closeOverdue(small.at(buyer, overdueAt(noon))),
          settlePayment(small.at(buyer, overdueAt(noon)), money(mine, buyer)),
        ];
      }),
    );
    expect(await stock()).toEqual({ onHand: 88, held: 0, sold: 12 });
  });
});

describe('asking WeChat Pay', () => {
  it('gives the phone what it needs, and refuses once the time is over', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    expect(await prepay(buyer, placed)).toMatchObject({
      payment: { package: `prepay_id=wx${placed.number}`, signType: 'RSA' },
    });
    expect(await refusalOf(prepay(small.at(buyer, overdueAt(noon)), placed))).toMatchObject({
      code: 'cannot_pay',
    });
    expect(await refusalOf(prepay(await small.shopper(), placed))).toMatchObject({
      code: 'no_such_order',
    });
  });

  it('settles by query what no notice told', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer);
    expect(await checkPayment(buyer, placed)).toEqual({ paid: false, state: 'unpaid' });
    small.ports.pay.transactions.set(placed.number, money(placed, buyer));
    expect(await checkPayment(buyer, placed)).toEqual({ paid: true, state: 'paid' });
  });
});

describe('after payment', () => {
  it('counts what sold and tells the shopper', async () => {
    const buyer = await small.shopper();
    const placed = await order(buyer, 2);
    await settlePayment(buyer, money(placed, buyer));
    await database.db
      .transaction()
      .execute((tx) =>
        afterPaid(buyer, tx, { orderId: placed.orderId, memberId: buyer.caller.memberId }, false),
      );
    const product = await database.db
      .selectFrom('products')
      .select('soldCount')
      .where('productId', '=', small.productId)
      .executeTakeFirst();
    expect(product).toEqual({ soldCount: 2 });
    expect((await listNotices(buyer)).items).toMatchObject([{ kind: 'paid', title: '付款成功' }]);
  });
});
