import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { once } from '../../members/usecases/once';
import { whyNotNamed } from '../../promotions/usecases/scope';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import type { BatchId, CouponDraft, CreateBatch } from '../schema';
import { addBatch, countLiveBatches, findBatch, markBatchStopped } from '../store/batches';
import { whyNotBatch } from './draft';

const mostLive = 200;

/** Makes a batch of coupons, once per key. */
export async function createBatch(
  context: StaffContext,
  { key, draft }: CreateBatch,
): Promise<BatchId> {
  const { shop, nowMs } = context;
  return transact(context.db, async (tx) => {
    const made = await once(context, tx, { key, deed: 'coupons.createBatch', body: draft });
    if (made.again) return { batchId: made.id };
    insist(whyNotBatch(draft, shop.settings.levels.length, nowMs));
    const live = await countLiveBatches(tx, shop.shopId, nowMs);
    insist(live >= mostLive ? refuse('too_many_batches') : null);
    insist(await whyNotNamed({ db: tx, shop }, draft));
    await addBatch(tx, rowOf(context, made.id, draft));
    return { batchId: made.id };
  });
}

function rowOf({ shop, caller, nowMs }: StaffContext, batchId: string, draft: CouponDraft) {
  return {
    ...draft,
    shopId: shop.shopId,
    batchId,
    madeBy: caller.staff.staffId,
    madeAt: nowMs,
  };
}

/** Stops a batch; what was given stays good. Stopping it again changes nothing. Refuses one that is over. */
export async function stopBatch(
  { db, shop, nowMs }: StaffContext,
  { batchId }: BatchId,
): Promise<{ done: true }> {
  const row = present(await findBatch(db, shop.shopId, batchId), refuse('no_such_batch'));
  insist(row.stoppedAt === null && row.closesAt <= nowMs ? refuse('over') : null);
  await markBatchStopped(db, shop.shopId, batchId, nowMs);
  return { done: true };
}
