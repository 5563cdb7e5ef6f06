import type { Tx, World } from '../../registry';
import { addSpent } from '../store/batches';

/**
 * Counts what the coupons of an order that was paid gave, in fen: against the budgets of their batches, and for
 * those who watch them. Orders are counted when they are announced and not where they are paid, so that buyers
 * of one batch never wait for each other.
 */
export async function countGiven(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  coupons: readonly { batchId: string; fen: number }[],
): Promise<void> {
  const sorted = [...coupons].sort((a, b) => (a.batchId < b.batchId ? -1 : 1));
  for (const { batchId, fen } of sorted) await addSpent(tx, shop.shopId, batchId, fen);
}
