import { codeForPaid } from '../../cloudfunctions/domains/delivery/jobs';
import { placeOrder } from '../../cloudfunctions/domains/orders/usecases/place';
import { settlePayment } from '../../cloudfunctions/domains/orders/usecases/pay';
import { previewOrder } from '../../cloudfunctions/domains/orders/usecases/preview';
import { transact } from '../../cloudfunctions/platform/database';
import { newId } from '../../cloudfunctions/platform/ids';
import { openChoice } from './offers';
import { money, type Known, type SmallShop } from './small-shop';

/** An order that was paid by WeChat Pay. */
export interface PaidOrder {
  orderId: string;
  number: string;
  payableFen: number;
}

/** An order of so many pieces of each of the small shop's two SKUs, paid and reacted to. */
export async function paidOrder(
  small: SmallShop,
  buyer: Known,
  { kind, pieces }: { kind: 'express' | 'pickup'; pieces: readonly [number, number] },
): Promise<PaidOrder> {
  const lines = small.skus
    .map((skuId, index) => ({ skuId, quantity: pieces[index] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const delivery =
    kind === 'pickup'
      ? { kind, storeId: small.storeId }
      : { kind, addressId: await small.address(buyer) };
  const { quote } = await previewOrder(buyer, { lines, delivery, choice: openChoice });
  const { payableFen } = quote;
  const order = { lines, delivery, choice: openChoice, remark: '', payableFen };
  const placed = await placeOrder(buyer, { ...order, key: newId() });
  await settlePayment(buyer, money(placed, buyer));
  const { memberId } = buyer.caller;
  const { orderId } = placed;
  await transact(buyer.db, (tx) => codeForPaid(buyer, tx, { orderId, memberId }));
  return placed;
}
