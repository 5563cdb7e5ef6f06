import { Done } from '../members/schema';
import { procedure } from '../registry';
import {
  AddToReview,
  AnswerPage,
  DecideReview,
  ListMine,
  ListReviews,
  ListToAnswer,
  MyReviews,
  ReplyToReview,
  ReviewId,
  ReviewPage,
  WriteReview,
} from './schema';
import { decideReview, replyToReview } from './usecases/answer';
import { listMine, listReviews, listToAnswer } from './usecases/show';
import { addToReview, writeReview } from './usecases/write';

/** What the reviews room offers to the phone. */
export const reviewsApi = {
  'reviews.ofProduct': procedure({
    for: ['visitor'],
    about: 'Reviews of a product, the latest first',
    input: ListReviews,
    output: ReviewPage,
    run: listReviews,
  }),
  'reviews.mine': procedure({
    for: ['shopper'],
    about: 'What I may review, and my reviews',
    input: ListMine,
    output: MyReviews,
    run: listMine,
  }),
  'reviews.write': procedure({
    for: ['shopper'],
    about: 'Reviews a line that I received, once',
    input: WriteReview,
    output: ReviewId,
    run: writeReview,
  }),
  'reviews.add': procedure({
    for: ['shopper'],
    about: 'Adds something to a review of mine, once',
    input: AddToReview,
    output: Done,
    run: addToReview,
  }),
  'reviews.toAnswer': procedure({
    for: ['manager'],
    about: 'Reviews to decide about and to answer',
    input: ListToAnswer,
    output: AnswerPage,
    run: listToAnswer,
  }),
  'reviews.reply': procedure({
    for: ['manager'],
    about: "The shop's answer to a review, once",
    input: ReplyToReview,
    output: Done,
    run: replyToReview,
  }),
  'reviews.decide': procedure({
    for: ['manager'],
    about: 'Shows or withholds what a machine doubted',
    input: DecideReview,
    output: Done,
    run: decideReview,
  }),
};
