import { Text, View } from '@tarojs/components';
import type { Output } from '../../cloud';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { ReviewCard } from './ReviewCard';
import { openReviews } from './routes';
import { goodText } from './words';
import './ProductReviews.scss';

/** As many reviews as stand on the product's page itself. */
const mostHere = 2;

interface ProductReviewsProps {
  productId: string;
  /** As the page asked for them; null where no answer came. */
  found: Output<'reviews.ofProduct'> | null;
  /** Moments' single page leads nowhere. */
  readOnly: boolean;
}

/** What those say who bought it: how many, how content, and the latest words. Without an answer it is left out. */
export function ProductReviews({ productId, found, readOnly }: ProductReviewsProps) {
  return (
    <View>
      {found === null ? null : (
        <View className="product-reviews">
          <Tap
            className="product-reviews__head"
            disabled={readOnly || found.tally.reviews === 0}
            label={`全部 ${found.tally.reviews} 条评价`}
            onTap={() => openReviews(productId)}
          >
            <Text className="product-reviews__title">评价 {found.tally.reviews}</Text>
            {found.tally.goodBp === null ? (
              <Text className="product-reviews__good">还没有评价，期待您的分享</Text>
            ) : (
              <Text className="product-reviews__good">好评 {goodText(found.tally.goodBp)}</Text>
            )}
            {readOnly || found.tally.reviews === 0 ? null : <Icon name="forward" size="small" />}
          </Tap>
          {found.items.slice(0, mostHere).map((review) => (
            <ReviewCard key={review.reviewId} review={review} short />
          ))}
        </View>
      )}
    </View>
  );
}
