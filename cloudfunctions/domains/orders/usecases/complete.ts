import { step } from '../../../kit/flow';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import { settleCommission } from '../../referral/usecases/commission';
import type { Tx, World } from '../../registry';
import { orderFlow } from '../flow';
import { lockWhole, lockWithLines, saveOrder, saveStep, type LockedOrder } from '../store/life';

/**
 * Completes an order whose after-sale window is over and of which nothing is open: its commission is settled, and it
 * is announced with what its goods came to. Answers whether it did.
 */
export async function completeOrder(world: World, orderId: string): Promise<boolean> {
  const { db, shop, nowMs } = world;
  const { shopId } = shop;
  return transact(db, async (tx) => {
    const found = await lockWithLines(tx, shopId, orderId);
    if (found === null) return false;
    const { order, lines } = found;
    const to = step(orderFlow, order.state, 'complete');
    if (to === null || order.openClaims > 0) return false;
    if (order.windowEndsAt === null || order.windowEndsAt > nowMs) return false;
    await saveStep(tx, order, {
      step: 'complete',
      from: order.state,
      to,
      actor: 'timer',
      actorId: null,
      reason: '',
      nowMs,
      changes: { completedAt: nowMs },
    });
    await settleCommission(world, tx, orderId);
    const payload = { orderId, memberId: order.memberId, goodsPaidFen: leftFen(lines) };
    await announce(tx, { shopId, name: 'orders.completed', payload, nowMs });
    return true;
  });
}

/**
 * What the goods of a completed order come to now (fen), kept with the order in the transaction in which its buyer
 * earns by it. A refund before that takes nothing back that was not earned yet, one after it a part of just this.
 */
export async function goodsThatEarn(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  { orderId, goodsPaidFen }: { orderId: string; goodsPaidFen: number },
): Promise<number> {
  const found = await lockWhole(tx, shop.shopId, orderId);
  if (found === null) return goodsPaidFen;
  const { order, lines } = found;
  const completedFen = order.completedFen ?? leftFen(lines);
  await saveOrder(tx, order, { completedFen });
  return completedFen;
}

function leftFen(lines: LockedOrder['lines']): number {
  return lines.reduce((sum, line) => sum + line.paidFen - line.refundedFen, 0);
}
