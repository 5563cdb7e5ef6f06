import type { Place } from '../../../kit/cursor';
import type { World } from '../../registry';
import { listEarnings } from '../store';

/** What a guide earned by orders that were paid in a stretch of time, newest first. */
export async function earningsOf(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  filter: { guideId: string; fromMs: number; toMs: number },
  after: Place | undefined,
  limit: number,
) {
  return listEarnings(db, { shopId: shop.shopId, ...filter }, after, limit);
}
