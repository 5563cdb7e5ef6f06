import Taro from '@tarojs/taro';

const manager = '/pages/manager';

/** Opens the list of promotions. */
export function openPromotions(): void {
  void Taro.navigateTo({ url: `${manager}/promotions/index` });
}

/** Opens one promotion. */
export function openPromotion(promotionId: string): void {
  void Taro.navigateTo({ url: `${manager}/promotion/index?id=${promotionId}` });
}

/** In the place of its form, the promotion that was made. */
export function showMadePromotion(promotionId: string): void {
  void Taro.redirectTo({ url: `${manager}/promotion/index?id=${promotionId}` });
}

/** Opens the form of a promotion, empty or as a copy of another. */
export function writePromotion(copyOf?: string): void {
  const query = copyOf === undefined ? '' : `?copy=${copyOf}`;
  void Taro.navigateTo({ url: `${manager}/promotion-edit/index${query}` });
}

/** Opens the list of coupon batches. */
export function openCoupons(): void {
  void Taro.navigateTo({ url: `${manager}/coupons/index` });
}

/** Opens one batch. */
export function openCoupon(batchId: string): void {
  void Taro.navigateTo({ url: `${manager}/coupon/index?id=${batchId}` });
}

/** In the place of its form, the batch that was made. */
export function showMadeCoupon(batchId: string): void {
  void Taro.redirectTo({ url: `${manager}/coupon/index?id=${batchId}` });
}

/** Opens the form of a batch, empty or as a copy of another. */
export function writeCoupon(copyOf?: string): void {
  const query = copyOf === undefined ? '' : `?copy=${copyOf}`;
  void Taro.navigateTo({ url: `${manager}/coupon-edit/index${query}` });
}
