import { confirmReceipt } from '../../cloudfunctions/domains/orders/usecases/receive';
import { placeOrder } from '../../cloudfunctions/domains/orders/usecases/place';
import { settlePayment } from '../../cloudfunctions/domains/orders/usecases/pay';
import { previewOrder } from '../../cloudfunctions/domains/orders/usecases/preview';
import { shipUnits } from '../../cloudfunctions/domains/orders/usecases/ship';
import type { Units } from '../../cloudfunctions/domains/orders/rules/refund';
import { transact } from '../../cloudfunctions/platform/database';
import { newId } from '../../cloudfunctions/platform/ids';
import { openChoice } from './offers';
import { money, type Known, type SmallShop } from './small-shop';

/** Two pairs of shoes (line 1) and one cheap thing (line 2), picked up and paid. */
export async function paidOrder(small: SmallShop) {
  const buyer = await small.shopper();
  const [shoes, laces] = small.skus;
  const order = {
    lines: [
      { skuId: shoes, quantity: 2 },
      { skuId: laces, quantity: 1 },
    ],
    delivery: { kind: 'pickup' as const, storeId: small.storeId },
    choice: openChoice,
  };
  const { payableFen } = (await previewOrder(buyer, order)).quote;
  const placed = await placeOrder(buyer, { key: newId(), remark: '', payableFen, ...order });
  await settlePayment(buyer, money(placed, buyer));
  return { buyer, orderId: placed.orderId };
}

/** All units of {@link paidOrder}. */
export const allUnits: Units[] = [
  { line: 1, quantity: 2 },
  { line: 2, quantity: 1 },
];

/** Sends units of an order. */
export async function sendUnits(buyer: Known, orderId: string, units: Units[]) {
  return transact(buyer.db, async (tx) =>
    shipUnits(buyer, tx, { orderId, units, actor: 'manager', actorId: null, reason: '' }),
  );
}

/** An order that its buyer has received. */
export async function receivedOrder(small: SmallShop) {
  const bought = await paidOrder(small);
  await sendUnits(bought.buyer, bought.orderId, allUnits);
  await confirmReceipt(bought.buyer, bought);
  return bought;
}
