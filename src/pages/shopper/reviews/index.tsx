import { useRouter } from '@tarojs/taro';
import { ReviewsScreen } from '../../../features/reviews/ReviewsScreen';

/** All reviews of a product. */
export default function ReviewsPage() {
  return <ReviewsScreen productId={useRouter().params['productId'] ?? ''} />;
}
