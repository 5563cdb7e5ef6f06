import { step } from '../../../kit/flow';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import { settleCommission } from '../../referral/usecases/commission';
import type { World } from '../../registry';
import { orderFlow } from '../flow';
import { lockWithLines, saveStep } from '../store/life';

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
    const completedFen = lines.reduce((sum, line) => sum + line.paidFen - line.refundedFen, 0);
    await saveStep(tx, order, {
      step: 'complete',
      from: order.state,
      to,
      actor: 'timer',
      actorId: null,
      reason: '',
      nowMs,
      changes: { completedAt: nowMs, completedFen },
    });
    await settleCommission(world, tx, orderId);
    const payload = { orderId, memberId: order.memberId, goodsPaidFen: completedFen };
    await announce(tx, { shopId, name: 'orders.completed', payload, nowMs });
    return true;
  });
}
