import { MyReviewsScreen } from '../../../features/reviews/MyReviewsScreen';

/** What waits for my review, and what I wrote. */
export default function MyReviewsPage() {
  return <MyReviewsScreen />;
}
