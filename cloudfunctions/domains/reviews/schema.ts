import { z } from 'zod';
import { PictureIds } from '../media/schema';
import { Cursor, DeedKey, Id, Instant, typed, typedOrEmpty } from '../members/schema';

const Words = typedOrEmpty(500);
const Pictures = PictureIds.default([]);

/** A review of one line of an order of mine, once per line; the same key again changes nothing. */
export const WriteReview = z.object({
  key: DeedKey,
  orderId: Id,
  line: z.number().int().min(1).max(1_000),
  rating: z.number().int().min(1).max(5),
  words: Words.default(''),
  pictureIds: Pictures,
  anonymous: z.boolean().default(false),
});
export type WriteReview = z.output<typeof WriteReview>;

/** What is added to a review of mine later, once. */
export const AddToReview = z.object({
  reviewId: Id,
  words: Words.default(''),
  pictureIds: Pictures,
});
export type AddToReview = z.output<typeof AddToReview>;

export const ReviewId = z.object({ reviewId: Id });
export type ReviewId = z.output<typeof ReviewId>;

const PartStateName = z.enum(['checking', 'doubtful', 'shown', 'refused']);

/** Words and pictures of a review; pictures that are not checked yet are not among them. */
const Part = z.object({
  words: z.string(),
  pictureUrls: z.array(z.string()),
  state: PartStateName,
  writtenAt: Instant,
});

/** A review as everybody sees it. */
const Review = z.object({
  reviewId: Id,
  productId: Id,
  rating: z.number().int(),
  /** A nickname, masked when she wants it. */
  author: z.string(),
  avatarUrl: z.string(),
  specText: z.string(),
  first: Part,
  more: Part.nullable(),
  reply: z.object({ words: z.string(), repliedAt: Instant }).nullable(),
  writtenAt: Instant,
});

/** What a product's reviews come to; the average in tenths, the share of good ones in bp; null without any. */
const ReviewTally = z.object({
  reviews: z.number().int(),
  averageTenths: z.number().int().nullable(),
  goodBp: z.number().int().nullable(),
  pictured: z.number().int(),
  bad: z.number().int(),
});

export const ListReviews = z.object({
  productId: Id,
  only: z.enum(['all', 'pictured', 'bad']).default('all'),
  cursor: Cursor.optional(),
});
export type ListReviews = z.output<typeof ListReviews>;

export const ReviewPage = z.object({
  tally: ReviewTally,
  items: z.array(Review),
  next: Cursor.nullable(),
});

/** A bought line that waits for its review. */
const ToReview = z.object({
  orderId: Id,
  line: z.number().int(),
  productId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  receivedAt: Instant,
});

const MyReview = Review.extend({
  orderId: Id,
  line: z.number().int(),
  title: z.string(),
  pictureUrl: z.string(),
  /** Whether something may be added now. */
  mayAdd: z.boolean(),
});

export const ListMine = z.object({ cursor: Cursor.optional() });
export type ListMine = z.output<typeof ListMine>;
export const MyReviews = z.object({
  toWrite: z.array(ToReview),
  items: z.array(MyReview),
  next: Cursor.nullable(),
  /** Points for a review that was shown. */
  points: z.number().int(),
});

/** Which reviews a manager looks at: what a machine doubts, what nobody answered, or all. */
export const ListToAnswer = z.object({
  only: z.enum(['doubtful', 'unanswered', 'bad', 'all']).default('unanswered'),
  cursor: Cursor.optional(),
});
export type ListToAnswer = z.output<typeof ListToAnswer>;
export const AnswerPage = z.object({
  items: z.array(
    Review.extend({
      title: z.string(),
      pictureUrl: z.string(),
      /** Which of its parts waits for a decision. */
      doubtful: z.enum(['first', 'more']).nullable(),
    }),
  ),
  next: Cursor.nullable(),
  counts: z.object({ doubtful: z.number().int(), unanswered: z.number().int() }),
});

export const ReplyToReview = z.object({ reviewId: Id, words: typed(300) });
export type ReplyToReview = z.output<typeof ReplyToReview>;

export const DecideReview = z.object({
  reviewId: Id,
  part: z.enum(['first', 'more']),
  show: z.boolean(),
});
export type DecideReview = z.output<typeof DecideReview>;
