import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { promisedBy } from '../../guides/rules/city';
import { once } from '../../members/usecases/once';
import { sendableUnits } from '../../orders/rules/life';
import { shipUnits } from '../../orders/usecases/ship';
import type { StaffContext, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { whyNotSendOut } from '../rules/goods';
import type { OrderIdOnly, SendOut } from '../schema';
import { findRun, saveDelivered, savePromise, saveSent } from '../store/city';
import { listLines, lockOrder } from '../store/parcels';
import { wantUpload } from '../store/uploads';

/** An order was paid: goods that come as soon as they can are promised from then on. Safe to hear twice. */
export async function promiseRun(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  { orderId }: OrderIdOnly,
): Promise<void> {
  const { shopId } = shop;
  const run = await findRun(tx, shopId, orderId);
  const order = await lockOrder(tx, shopId, orderId);
  const paidAt = order?.paidAt ?? null;
  if (run === undefined || paidAt === null) return;
  const by = promisedBy({ endsAt: run.slotEndsAt, minutes: run.minutes }, paidAt);
  await savePromise(tx, { shopId, orderId }, by);
}

/** A rider takes all that is left of an order, once per key: it is shipped, and WeChat is told. */
export async function sendOut(
  context: StaffContext,
  { key, orderId }: SendOut,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { shopId } = shop;
  const { staffId, role } = caller.staff;
  await transact(db, async (tx) => {
    const { again } = await once(context, tx, { key, deed: 'delivery.sendOut', body: { orderId } });
    if (again) return;
    const order = await lockOwn(context, tx, orderId);
    const lines = await listLines(tx, shopId, [orderId]);
    insist(whyNotSendOut(order, lines));
    const units = lines
      .map((line) => ({ line: line.line, quantity: sendableUnits(line) }))
      .filter(({ quantity }) => quantity > 0);
    const by = { actor: role, actorId: staffId };
    await shipUnits(context, tx, { orderId, units, ...by, reason: '同城配送' });
    await saveSent(tx, { shopId, orderId }, { staffId, nowMs });
    await wantUpload(tx, { shopId, orderId, nowMs });
  });
  return { done: true };
}

/** The goods are at their door. The shopper confirms that she has them, or the timer does. */
export async function markDelivered(
  context: StaffContext,
  { orderId }: OrderIdOnly,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { staffId } = caller.staff;
  await transact(db, async (tx) => {
    await lockOwn(context, tx, orderId);
    const run = await findRun(tx, shop.shopId, orderId);
    insist((run?.sentAt ?? null) === null ? refuse('not_sent_out') : null);
    await saveDelivered(tx, { shopId: shop.shopId, orderId }, { staffId, nowMs });
  });
  return { done: true };
}

/** Locks an order that travels within the city; to a guide those of other stores are missing. */
async function lockOwn({ shop, caller }: StaffContext, tx: Tx, orderId: string) {
  const { role, storeId } = caller.staff;
  const order = present(await lockOrder(tx, shop.shopId, orderId), refuse('no_such_order'));
  insist(role === 'guide' && order.storeId !== storeId ? refuse('no_such_order') : null);
  insist(order.delivery === 'city' ? null : refuse('not_city'));
  return order;
}
