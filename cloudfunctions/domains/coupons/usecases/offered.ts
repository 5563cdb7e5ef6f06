import type { Refusal } from '../../../kit/refusal';
import { dayOf } from '../../../kit/time';
import { scopedProduct } from '../../catalogue/usecases/by-id';
import { isFor } from '../../promotions/rules/audience';
import { scopeOf } from '../../promotions/rules/scope';
import { buyerFacts, isForAll } from '../../promotions/usecases/buyer';
import type { VisitorContext, World } from '../../registry';
import { refuse } from '../refusals';
import type { OfferedCoupon, ShowOffered } from '../schema';
import { listGiven, listOpenBatches } from '../store/batches';

type Batch = Awaited<ReturnType<typeof listOpenBatches>>[number];
type Count = Awaited<ReturnType<typeof listGiven>>[number];

/** Coupons that may be claimed now, for one product when it is named; of somebody unknown, those for everybody and for new buyers. */
export async function showOffered(context: VisitorContext, { productId }: ShowOffered) {
  const memberId = context.caller?.memberId ?? null;
  const offered = await offersOf(context, { by: 'claim', memberId });
  if (productId === undefined) return { items: offered };
  const goods = await scopedProduct(context, productId);
  return { items: goods === null ? [] : offered.filter(({ scope }) => scopeOf(scope)(goods)) };
}

/**
 * Open batches that are given in one way and for a member (null for a visitor), those that close first first,
 * each with why she cannot take one now.
 */
export async function offersOf(
  world: World,
  { by, memberId }: { by: 'claim' | 'points'; memberId: string | null },
): Promise<OfferedCoupon[]> {
  const { db, shop, nowMs } = world;
  const open = await listOpenBatches(db, shop.shopId, by, nowMs);
  const narrow = open.some(({ audience }) => !isForAll(audience));
  const buyer = memberId === null || !narrow ? null : await buyerFacts(world, db, memberId);
  const hers = open.filter(({ audience }) => isFor(audience, buyer));
  const batchIds = hers.map(({ batchId }) => batchId);
  const counts = await listGiven(db, { shopId: shop.shopId, memberId, batchIds }, nowMs);
  const today = dayOf(nowMs, shop.offsetMinutes);
  const byBatch = new Map(counts.map((count) => [count.batchId, count]));
  return hers
    .flatMap((batch) => {
      const count = byBatch.get(batch.batchId);
      return count === undefined ? [] : [offer(batch, count, today)];
    })
    .sort((a, b) => a.closesAt - b.closesAt || (a.batchId < b.batchId ? -1 : 1));
}

function offer(batch: Batch, count: Count, today: string): OfferedCoupon {
  const { batchId, name, terms, thresholdFen, scope, validity, closesAt, giving } = batch;
  const whyNot = whyNotTake(batch, count, today);
  return {
    ...{ batchId, name, terms, thresholdFen, scope, validity, closesAt },
    takenPercent: Math.floor((count.claimed * 100) / batch.total),
    mine: count.mine,
    whyNot: whyNot === null ? null : { code: whyNot.code, say: whyNot.say },
    points: giving.by === 'points' ? giving.points : null,
  };
}

/** Why she cannot take a coupon of a batch by its counts, in the order in which taking one would say it. */
function whyNotTake(batch: Batch, count: Count, today: string): Refusal | null {
  const hers = count.hers ?? 0;
  if (count.claimed >= batch.total) return refuse('all_gone');
  if (batch.budgetFen !== null && count.spentFen >= batch.budgetFen)
    return refuse('budget_reached');
  if (hers >= batch.perMember) return refuse('limit_reached');
  const onDay = count.day === today ? (count.onDay ?? 0) : 0;
  return batch.perDay !== null && onDay >= batch.perDay ? refuse('day_limit') : null;
}
