import type { Tx, World } from '../../registry';
import { addEntries, sumPending } from '../store';

/** One guide's part of what an order's commission falls by, in fen. */
export interface Reversed {
  guideId: string;
  part: 'sale' | 'service';
  baseFen: number;
  amountFen: number;
}

/**
 * An order completed: what was pending of its commission is settled. Two rows for each part, one that takes it out of
 * what is pending and one that adds it to what is settled, so that the sum of a state is always what stands in it.
 */
export async function settleCommission(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  orderId: string,
): Promise<void> {
  const pending = await sumPending(tx, shop.shopId, orderId);
  const rows = pending.flatMap(({ guideId, part, baseFen, amountFen }) => [
    {
      ...{ guideId, part, cause: 'completed_pending', state: 'pending' as const },
      ...{ baseFen: -baseFen, amountFen: -amountFen },
    },
    { guideId, part, cause: 'completed', state: 'settled' as const, baseFen, amountFen },
  ]);
  await addEntries(tx, { shopId: shop.shopId, orderId, nowMs }, rows);
}

/** A refund takes its part back from what is pending, or from what is settled once the order completed; once per refund. */
export async function reverseCommission(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  back: {
    orderId: string;
    refundId: string;
    state: 'pending' | 'settled';
    parts: readonly Reversed[];
  },
): Promise<void> {
  const { orderId, refundId, state, parts } = back;
  const rows = parts.map(({ guideId, part, baseFen, amountFen }) => ({
    ...{ guideId, part, cause: `refund:${refundId}`, state },
    ...{ baseFen: -baseFen, amountFen: -amountFen },
  }));
  await addEntries(tx, { shopId: shop.shopId, orderId, nowMs }, rows);
}
