import type { Tx, World } from '../../registry';
import { giveGrowth, returnPoints, takePoints } from '../store/ledger';

/** A refund of an order, as the ledgers name it. */
interface Refunded {
  refundId: string;
  orderId: string;
  memberId: string;
}

/** A refund returns points that had paid to the buckets they came from, once per refund. */
export async function returnForRefund(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  { refundId, orderId, memberId, points }: Refunded & { points: number },
): Promise<void> {
  if (points === 0) return;
  const whose = { shopId: shop.shopId, memberId };
  const livesMs = shop.settings.points.returnLivesMs;
  await returnPoints(tx, whose, { points, orderId, refundId, livesMs, nowMs });
}

/**
 * A refund takes back points and growth that its goods earned, once per refund; the balance may fall below zero. The
 * level stays until its time is over.
 */
export async function takeBackForRefund(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  refund: Refunded & { points: number; growth: number },
): Promise<void> {
  const { refundId, memberId, points, growth } = refund;
  const whose = { shopId: shop.shopId, memberId };
  const because = { cause: 'refund', causeId: refundId, nowMs };
  if (points > 0) await takePoints(tx, whose, { points, ...because });
  if (growth > 0) await giveGrowth(tx, whose, { growth: -growth, ...because });
}
