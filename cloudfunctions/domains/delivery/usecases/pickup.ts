import { insist, present } from '../../../kit/refusal';
import { minute } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { newDigits } from '../../../platform/ids';
import { announce } from '../../../platform/outbox';
import { membersById } from '../../members/usecases/by-id';
import { once } from '../../members/usecases/once';
import { sendableUnits } from '../../orders/rules/life';
import { receive } from '../../orders/usecases/receive';
import { shipUnits } from '../../orders/usecases/ship';
import type { StaffContext, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { goodsView, whyNotHandOver } from '../rules/goods';
import type { HandOver, OrderIdOnly, PickupCode } from '../schema';
import { findToPack } from '../store/board';
import { listLines, lockOrder } from '../store/parcels';
import {
  addPickup,
  countGuess,
  findPickup,
  findWaiting,
  forgiveGuess,
  saveHanded,
  saveReady,
} from '../store/pickups';
import { wantUpload } from '../store/uploads';

const codeDigits = 8;
const mostDraws = 20;
const guessesAMinute = 10;

/** An order that is picked up was paid: it gets its code, once however often it is said. */
export async function makePickup(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  { orderId }: { orderId: string },
): Promise<void> {
  const { shopId } = shop;
  const order = await lockOrder(tx, shopId, orderId);
  if (order?.delivery !== 'pickup' || order.state !== 'paid') return;
  const { storeId } = order;
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const code = newDigits(codeDigits);
    if (await addPickup(tx, { shopId, orderId, storeId, code, nowMs })) return;
  }
  throw new Error('no free pick-up code was drawn');
}

/** The goods lie at the counter: the shopper is told, once. */
export async function markReady(
  context: StaffContext,
  { orderId }: OrderIdOnly,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { shopId } = shop;
  await transact(db, async (tx) => {
    const order = present(await lockOrder(tx, shopId, orderId), refuse('no_such_order'));
    const { staffId, role, storeId: own } = caller.staff;
    insist(role === 'guide' && order.storeId !== own ? refuse('no_such_order') : null);
    const pickup = present(await findPickup(tx, shopId, orderId), refuse('not_pickup'));
    insist(order.state === 'paid' ? null : refuse('cannot_hand_over'));
    if (!(await saveReady(tx, { shopId, orderId }, { staffId, nowMs }))) return;
    const { memberId } = order;
    const payload = { orderId, memberId, storeId: pickup.storeId };
    await announce(tx, { shopId, name: 'delivery.pickupReady', payload, nowMs });
  });
  return { done: true };
}

/** What lies at my store's counter under a code. Codes of other stores and of nobody are refused alike. */
export async function findByCode(context: StaffContext, { code }: PickupCode) {
  const { db, shop } = context;
  const { orderId, readyAt } = present(await waitingUnder(context, code), refuse('no_such_code'));
  const order = present(await findToPack(db, shop.shopId, orderId), refuse('no_such_code'));
  const lines = await listLines(db, shop.shopId, [orderId]);
  const people = await membersById(context, [order.memberId]);
  const { number, remark, paidAt } = order;
  return {
    ...{ orderId, number, remark, paidAt, readyAt },
    buyer: people.get(order.memberId)?.nickname ?? '微信用户',
    goods: lines.map(goodsView),
    whyNot: whyNotHandOver(order, lines)?.say ?? '',
  };
}

/** Hands the goods over to whoever shows their code: the order is sent and received in one, once per key. */
export async function handOver(
  context: StaffContext,
  { key, code }: HandOver,
): Promise<{ done: true }> {
  const waiting = await waitingUnder(context, code);
  await transact(context.db, async (tx) => {
    const { again } = await once(context, tx, { key, deed: 'delivery.handOver', body: { code } });
    if (again) return;
    await giveOut(context, tx, present(waiting, refuse('no_such_code')).orderId);
  });
  return { done: true };
}

async function giveOut(context: StaffContext, tx: Tx, orderId: string): Promise<void> {
  const { shop, caller, nowMs } = context;
  const { shopId } = shop;
  const { staffId, role } = caller.staff;
  const order = present(await lockOrder(tx, shopId, orderId), refuse('no_such_code'));
  const lines = await listLines(tx, shopId, [orderId]);
  insist(whyNotHandOver(order, lines));
  const units = lines
    .map((line) => ({ line: line.line, quantity: sendableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const by = { actor: role, actorId: staffId };
  await shipUnits(context, tx, { orderId, units, ...by, reason: '到店自提' });
  await receive(context, tx, { orderId, ...by, reason: '凭取货码自提' });
  const handed = await saveHanded(tx, { shopId, orderId }, { staffId, nowMs });
  insist(handed ? null : refuse('no_such_code'));
  await wantUpload(tx, { shopId, orderId, nowMs });
}

/**
 * The order that waits at my store under a code, if there is one. Each look counts before it is taken, apart from
 * the deed around it, and a right one is forgiven: so nobody tries more than ten wrong codes a minute, at once or not.
 */
async function waitingUnder({ db, shop, caller, nowMs }: StaffContext, code: string) {
  const { staffId, storeId } = caller.staff;
  const { shopId } = shop;
  const guesses = await countGuess(db, { shopId, staffId, nowMs, windowMs: minute });
  insist(guesses > guessesAMinute ? refuse('too_many_codes') : null);
  const waiting = await findWaiting(db, shopId, storeId, code);
  if (waiting !== undefined) await forgiveGuess(db, shopId, staffId);
  return waiting;
}
