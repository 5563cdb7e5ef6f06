import type { Reviewed } from '../world/reviews';
import { insertRows, type Pen } from './insert';

/** Writes reviews with what they come to for each product; the products must be there. */
export async function writeReviews(pen: Pen, reviewed: readonly Reviewed[]): Promise<void> {
  await insertRows(
    pen,
    'reviews',
    reviewed.map(({ review }) => review),
  );
  await insertRows(
    pen,
    'review_parts',
    reviewed.flatMap(({ parts }) => parts),
  );
  await insertRows(pen, 'review_tallies', talliesOf(reviewed));
}

function talliesOf(reviewed: readonly Reviewed[]) {
  const products = new Map<string, Reviewed['review'][]>();
  for (const { review } of reviewed)
    products.set(review.productId, [...(products.get(review.productId) ?? []), review]);
  return [...products].map(([productId, own]) => ({
    productId,
    reviews: own.length,
    ratingSum: own.reduce((sum, { rating }) => sum + rating, 0),
    good: own.filter(({ rating }) => rating >= 4).length,
    bad: own.filter(({ rating }) => rating <= 2).length,
    pictured: 0,
  }));
}
