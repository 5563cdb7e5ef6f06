import { step } from '../../../kit/flow';
import type { Refusal } from '../../../kit/refusal';
import { day } from '../../../kit/time';
import { partFlow, type PartState, type PartStep } from '../flow';
import { refuse } from '../refusals';

/** Reviews are written until this long after receipt, and something is added until this long after the first words. */
const writeWithinMs = 90 * day;
const addWithinMs = 180 * day;

/** A bought line, as far as its review goes; instants in ms. */
export interface ReviewedLine {
  receivedAt: number | null;
  quantity: number;
  refundedQuantity: number;
}

/** Why a line may not be reviewed at `nowMs`, or null when it may: it was received, and something of it was kept. */
export function whyNotReview(line: ReviewedLine, nowMs: number): Refusal | null {
  if (line.receivedAt === null) return refuse('not_yet');
  if (line.refundedQuantity >= line.quantity) return refuse('all_refunded');
  return nowMs >= line.receivedAt + writeWithinMs ? refuse('too_late') : null;
}

/** Since when a line must have been received to be reviewed at `nowMs`, in ms. */
export function reviewableFrom(nowMs: number): number {
  return nowMs - writeWithinMs;
}

/** Why nothing may be added to a review at `nowMs`, or null when something may: once, after its words were shown. */
export function whyNotAdd(
  review: { writtenAt: number; shownAt: number | null; hasMore: boolean },
  nowMs: number,
): Refusal | null {
  if (review.hasMore) return refuse('more_before');
  if (review.shownAt === null) return refuse('not_shown');
  return nowMs >= review.writtenAt + addWithinMs ? refuse('too_late') : null;
}

/** Why the shop may not answer a review, or null when it may: once it is shown, and once only. */
export function whyNotReply(review: {
  shownAt: number | null;
  repliedAt: number | null;
}): Refusal | null {
  if (review.shownAt === null) return refuse('not_shown');
  return review.repliedAt === null ? null : refuse('replied_before');
}

/** What the check of words says: it passes, a person should look, it must not show, or nobody answered. */
export type WordsVerdict = 'pass' | 'review' | 'risky' | 'later';
export type PictureState = 'waiting' | 'passed' | 'refused';

/** What follows of a part by its words and pictures; null while one of them is not checked. */
export function stepOf(words: WordsVerdict, pictures: readonly PictureState[]): PartStep | null {
  if (words === 'risky' || pictures.includes('refused')) return 'refuse';
  if (words === 'later' || pictures.includes('waiting')) return null;
  return words === 'review' ? 'doubt' : 'pass';
}

/** Why a manager may not decide about a part, or null when she may. */
export function whyNotDecide(state: PartState): Refusal | null {
  return state === 'doubtful' && step(partFlow, state, 'pass') !== null
    ? null
    : refuse('not_doubtful');
}

/** What shown reviews come to: the average in tenths and the share of good ones in bp; null without any. */
export function tallyView(tally: {
  reviews: number;
  ratingSum: number;
  good: number;
  bad: number;
  pictured: number;
}) {
  const { reviews, ratingSum, good, bad, pictured } = tally;
  const averageTenths = reviews === 0 ? null : Math.round((ratingSum * 10) / reviews);
  const goodBp = reviews === 0 ? null : Math.floor((good * 10_000) / reviews);
  return { reviews, averageTenths, goodBp, pictured, bad };
}

/** Who wrote a review, as others read it: first and last character when she wishes to stay unknown. */
export function authorName(nickname: string, anonymous: boolean): string {
  const signs = [...nickname];
  if (!anonymous) return nickname;
  return `${signs[0] ?? ''}**${signs.length > 2 ? (signs.at(-1) ?? '') : ''}`;
}
