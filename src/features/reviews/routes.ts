import Taro from '@tarojs/taro';

/** Opens all reviews of a product. */
export function openReviews(productId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/reviews/index?productId=${productId}` });
}

/** Opens the form for a bought line. */
export function openReviewForm({ orderId, line }: { orderId: string; line: number }): void {
  void Taro.navigateTo({ url: `/pages/shopper/review/index?orderId=${orderId}&line=${line}` });
}

/** Opens the form that adds to a review. */
export function openAddForm({
  reviewId,
  orderId,
  line,
}: {
  reviewId: string;
  orderId: string;
  line: number;
}): void {
  const of = `orderId=${orderId}&line=${line}`;
  void Taro.navigateTo({ url: `/pages/shopper/review/index?${of}&reviewId=${reviewId}` });
}

/** Opens a product. */
export function openProduct(productId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/product/index?id=${productId}` });
}

/** Back to where the form was opened from, or to my reviews when it was opened by its address. */
export function leaveForm(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: '/pages/shopper/my-reviews/index' });
}
