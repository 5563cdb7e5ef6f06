import { earnForReview } from '../points/usecases/earn';
import type { Events, Tx, World } from '../registry';

/** A review is shown: its author earns points, once. */
export async function afterShown(
  world: World,
  tx: Tx,
  { reviewId, memberId }: Events['reviews.shown'],
): Promise<void> {
  await earnForReview(world, tx, { reviewId, memberId });
}
