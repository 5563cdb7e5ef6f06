import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import type { PromotionId } from '../schema/promotion';
import { findPromotion } from '../store/find';
import { bumpVersion, markStopped } from '../store/make';

/** Stops a promotion; orders that were placed keep their price. Stopping it again changes nothing. Refuses one that is over. */
export async function stopPromotion(
  { db, shop, nowMs }: StaffContext,
  { promotionId }: PromotionId,
): Promise<{ done: true }> {
  return transact(db, async (tx) => {
    await bumpVersion(tx, shop.shopId);
    const row = present(
      await findPromotion(tx, shop.shopId, promotionId),
      refuse('no_such_promotion'),
    );
    insist(row.stoppedAt === null && row.endsAt <= nowMs ? refuse('over') : null);
    await markStopped(tx, shop.shopId, promotionId, nowMs);
    return { done: true };
  });
}
