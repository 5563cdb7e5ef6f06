import type { PartState } from './flow';

/** Rows of the reviews room; instants in ms. */
export interface ReviewTables {
  reviews: {
    shopId: string;
    reviewId: string;
    orderId: string;
    line: number;
    productId: string;
    memberId: string;
    key: string;
    specText: string;
    rating: number;
    anonymous: boolean;
    writtenAt: number;
    shownAt: number | null;
    replyText: string | null;
    repliedBy: string | null;
    repliedAt: number | null;
  };
  reviewParts: {
    shopId: string;
    reviewId: string;
    part: 'first' | 'more';
    words: string;
    pictureIds: string[];
    state: PartState;
    tries: number;
    nextTryAt: number;
    writtenAt: number;
    decidedBy: string | null;
    decidedAt: number | null;
  };
  reviewTallies: {
    shopId: string;
    productId: string;
    reviews: number;
    ratingSum: number;
    good: number;
    bad: number;
    pictured: number;
  };
}
