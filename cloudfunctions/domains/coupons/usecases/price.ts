import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { findBatch } from '../store/batches';

/** What a coupon of a batch costs in points; null when the batch is not given for points, or is none. */
export async function pointsPrice(
  { shop }: Pick<World, 'shop'>,
  db: Queries<Tables>,
  batchId: string,
): Promise<number | null> {
  const giving = (await findBatch(db, shop.shopId, batchId))?.giving;
  return giving?.by === 'points' ? giving.points : null;
}
