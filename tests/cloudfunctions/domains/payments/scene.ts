import type { Database } from '../../../../cloudfunctions/domains/registry';
import { settlePayment } from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { wantRefunds } from '../../../../cloudfunctions/domains/payments/usecases/want';
import { transact } from '../../../../cloudfunctions/platform/database';
import type { Refund } from '../../../../cloudfunctions/platform/wechat-pay/refund';
import { openChoice } from '../../../support/offers';
import { money, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

let keys = 0;

/** A small shop in which somebody has paid for one pair of shoes, 399 yuan. */
export async function paidScene(db: Database) {
  const small = await smallShop(db);
  const buyer = await small.shopper();
  keys += 1;
  const placed = await placeOrder(buyer, {
    key: `refund-key-${keys}`,
    lines: [{ skuId: small.skus[0], quantity: 1 }],
    delivery: { kind: 'pickup', storeId: small.storeId },
    remark: '',
    choice: openChoice,
    payableFen: 39_900,
  });
  await settlePayment(buyer, money(placed, buyer));
  const { orderId, number } = placed;
  const rows = rowsOf(db, small.shop.shopId);
  return {
    small,
    buyer,
    orderId,
    number,
    ...rows,
    ...deedsOf(small, buyer, { orderId, number }, rows.only),
  };
}

function rowsOf(db: Database, shopId: string) {
  const refunds = () =>
    db
      .selectFrom('refunds')
      .select(['refundId', 'number', 'state', 'fault', 'amountFen'])
      .where('shopId', '=', shopId)
      .orderBy('wantedAt')
      .execute();
  return {
    refunds,
    /** The one refund that there is. */
    async only() {
      const [refund, more] = await refunds();
      if (refund === undefined || more !== undefined) throw new Error('not one refund');
      return refund;
    },
    announced: () =>
      db
        .selectFrom('outbox')
        .select(['name', 'payload'])
        .where('shopId', '=', shopId)
        .where('name', '=', 'payments.refunded')
        .execute(),
    doubts: () =>
      db.selectFrom('paymentDoubts').select('problem').where('shopId', '=', shopId).execute(),
  };
}

function deedsOf(
  { ports }: SmallShop,
  buyer: Known,
  { orderId, number }: { orderId: string; number: string },
  only: ReturnType<typeof rowsOf>['only'],
) {
  /** What WeChat says of the only refund: right in everything that is not said otherwise. */
  const told = async (
    status: Refund['status'],
    otherwise: Partial<Refund> = {},
  ): Promise<Refund> => {
    const { number: outRefundNo, amountFen } = await only();
    const asked = { outTradeNo: number, outRefundNo, amountFen, totalFen: 39_900, reason: '' };
    return { ...(await ports.pay.refund(asked)), status, ...otherwise };
  };
  return {
    told,
    want: (amountFen: number, from: Known = buyer) =>
      transact(from.db, (tx) =>
        wantRefunds(from, tx, { orderId, amountFen, reason: 'after_sale' }),
      ),
    /** WeChat has the only refund, as `status`. */
    async heldAtWeChat(status: Refund['status']) {
      const refund = await told(status);
      ports.pay.refunds.set(refund.outRefundNo, refund);
    },
  };
}
