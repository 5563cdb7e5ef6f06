import { step } from '../../../kit/flow';
import { minute } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { announce, waitAfter } from '../../../platform/outbox';
import { picturesOf } from '../../media/usecases/pictures';
import { textVerdict } from '../../media/usecases/check';
import { openidsOf } from '../../members/usecases/by-id';
import type { Tx, World } from '../../registry';
import { partFlow, type PartStep } from '../flow';
import { stepOf } from '../rules/review';
import { lockReview, movePart, saveNextTry, showReview, takeToCheck } from '../store';

const batch = 20;
/** Long enough for one batch of calls; a worker that died is followed after it. */
const leaseMs = 5 * minute;

type Due = Awaited<ReturnType<typeof takeToCheck>>[number];

/** Checks what was written and waits for it; answers how many parts were decided. */
export async function checkParts(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const due = await takeToCheck(db, {
    ...{ shopId: shop.shopId, nowMs, againAt: nowMs + leaseMs, most: batch },
  });
  const openids = await openidsOf(
    world,
    due.map(({ memberId }) => memberId),
  );
  let decided = 0;
  for (const part of due) {
    if (await checkPart(world, part, openids.get(part.memberId))) decided += 1;
  }
  return decided;
}

async function checkPart(world: World, due: Due, openid: string | undefined): Promise<boolean> {
  const { db, shop, nowMs } = world;
  const which = { shopId: shop.shopId, reviewId: due.reviewId, part: due.part };
  const pictures = await picturesOf(world, due.pictureIds);
  const words =
    openid === undefined
      ? ('later' as const)
      : await textVerdict(world, { openid, scene: 'comment', text: due.words });
  const taken = stepOf(
    words,
    pictures.map(({ state }) => state),
  );
  if (taken === null) {
    await saveNextTry(db, which, nowMs + waitAfter(due.tries));
    return false;
  }
  return transact(db, async (tx) =>
    decidePart(world, tx, which, { taken, from: 'checking', decidedBy: null }),
  );
}

/** A step of a part, from where it begins, and who takes it; null for the machine. */
interface Decision {
  taken: PartStep;
  from: 'checking' | 'doubtful';
  decidedBy: string | null;
}

/**
 * Takes a step of a part, once; answers whether it stood where the step begins. First words that pass show the review,
 * count for its product, and are announced.
 */
export async function decidePart(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  which: { shopId: string; reviewId: string; part: 'first' | 'more' },
  { taken, from, decidedBy }: Decision,
): Promise<boolean> {
  const { shopId } = shop;
  const review = await lockReview(tx, shopId, which.reviewId);
  const to = step(partFlow, from, taken);
  if (review === undefined || to === null) return false;
  const moved = await movePart(tx, which, { from, to, decidedBy, nowMs });
  if (moved === undefined) return false;
  if (to !== 'shown' || which.part !== 'first') return true;
  await showReview(tx, review, { pictured: moved.pictureIds.length > 0, nowMs });
  const payload = { reviewId: review.reviewId, memberId: review.memberId };
  await announce(tx, { shopId, name: 'reviews.shown', payload, nowMs });
  return true;
}
