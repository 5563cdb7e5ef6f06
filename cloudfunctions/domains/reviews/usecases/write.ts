import { insist, present, Refused } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { ownPictures } from '../../media/usecases/pictures';
import { myLine } from '../../orders/usecases/received';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { whyNotAdd, whyNotReview } from '../rules/review';
import type { AddToReview, ReviewId, WriteReview } from '../schema';
import { addPart, addReview, findOfLine, listParts, lockReview } from '../store';

/**
 * Writes a review of a line of mine that was received; it shows once it passed the check. The same key again gives the
 * review of before.
 */
export async function writeReview(context: Context, written: WriteReview): Promise<ReviewId> {
  const { db, shop, caller, nowMs } = context;
  const { shopId } = shop;
  const { key, orderId, line, rating, words, pictureIds, anonymous } = written;
  const bought = await myLine(context, { orderId, line });
  const before = await findOfLine(db, shopId, orderId, line);
  if (before !== undefined) return sameOrRefused(before, key);
  insist(whyNotReview(bought, nowMs));
  await ownPictures(context, caller.memberId, pictureIds);
  const reviewId = newId();
  const { productId, specText } = bought;
  const review = {
    ...{ shopId, reviewId, orderId, line, productId, key, specText, rating, anonymous },
    ...{ memberId: caller.memberId, writtenAt: nowMs, shownAt: null },
    ...{ replyText: null, repliedBy: null, repliedAt: null },
  };
  const part = newPart({ shopId, reviewId, words, pictureIds, nowMs }, 'first');
  if (await transact(db, async (tx) => addReview(tx, review, part))) return { reviewId };
  const other = present(await findOfLine(db, shopId, orderId, line), refuse('written_before'));
  return sameOrRefused(other, key);
}

/** Adds something to a review of mine, once; it shows once it passed the check. */
export async function addToReview(context: Context, added: AddToReview): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { shopId } = shop;
  const { reviewId, words, pictureIds } = added;
  insist(words === '' && pictureIds.length === 0 ? refuse('says_nothing') : null);
  await ownPictures(context, caller.memberId, pictureIds);
  await transact(db, async (tx) => {
    const review = await lockReview(tx, shopId, reviewId);
    if (review?.memberId !== caller.memberId) throw new Refused(refuse('no_such_review'));
    const parts = await listParts(tx, shopId, [reviewId]);
    const hasMore = parts.some(({ part }) => part === 'more');
    insist(whyNotAdd({ ...review, hasMore }, nowMs));
    await addPart(tx, newPart({ shopId, reviewId, words, pictureIds, nowMs }, 'more'));
  });
  return { done: true };
}

function sameOrRefused(before: { reviewId: string; key: string }, key: string): ReviewId {
  if (before.key !== key) throw new Refused(refuse('written_before'));
  return { reviewId: before.reviewId };
}

function newPart(
  said: { shopId: string; reviewId: string; words: string; pictureIds: string[]; nowMs: number },
  part: 'first' | 'more',
) {
  const { nowMs, ...row } = said;
  return {
    ...row,
    part,
    state: 'checking' as const,
    ...{ tries: 0, nextTryAt: nowMs, writtenAt: nowMs, decidedBy: null, decidedAt: null },
  };
}
