import { useRouter } from '@tarojs/taro';
import { ReviewEditor } from '../../../features/reviews/ReviewEditor';

/** The form of a review of a bought line, or of what is added to one. */
export default function ReviewPage() {
  const { orderId = '', line = '', reviewId } = useRouter().params;
  return <ReviewEditor orderId={orderId} line={Number(line)} reviewId={reviewId} />;
}
