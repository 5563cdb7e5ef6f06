import { insist, present, Refused } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { textVerdict } from '../../media/usecases/check';
import { tellMember } from '../../members/usecases/profile';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import { whyNotDecide, whyNotReply } from '../rules/review';
import type { DecideReview, ReplyToReview } from '../schema';
import { listParts, lockReview, saveReply } from '../store';
import { decidePart } from './check';

/** The shop answers a review that is shown, once; its words are checked before, as everybody's are. */
export async function replyToReview(
  context: StaffContext,
  { reviewId, words }: ReplyToReview,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { openid } = caller;
  const verdict = await textVerdict(context, { openid, scene: 'comment', text: words });
  insist(verdict === 'later' ? refuse('check_unavailable') : null);
  insist(verdict === 'pass' ? null : refuse('words_refused'));
  await transact(db, async (tx) => {
    const review = present(await lockReview(tx, shop.shopId, reviewId), refuse('no_such_review'));
    insist(whyNotReply(review));
    const reply = { replyText: words, repliedBy: caller.staff.staffId, repliedAt: nowMs };
    await saveReply(tx, review, reply);
    const { memberId, orderId } = review;
    const notice = { kind: 'review', title: '商家回复了您的评价', body: words };
    await tellMember(context, tx, { memberId, orderId, ...notice });
  });
  return { done: true };
}

/** A manager decides what a machine doubted: it shows, or it does not. */
export async function decideReview(
  context: StaffContext,
  { reviewId, part, show }: DecideReview,
): Promise<{ done: true }> {
  const { db, shop, caller } = context;
  const { shopId } = shop;
  await transact(db, async (tx) => {
    const parts = await listParts(tx, shopId, [reviewId]);
    const found = present(
      parts.find((one) => one.part === part),
      refuse('no_such_review'),
    );
    insist(whyNotDecide(found.state));
    const decision = {
      taken: show ? ('pass' as const) : ('refuse' as const),
      from: 'doubtful' as const,
      decidedBy: caller.staff.staffId,
    };
    if (!(await decidePart(context, tx, { shopId, reviewId, part }, decision)))
      throw new Refused(refuse('not_doubtful'));
  });
  return { done: true };
}
