import Taro from '@tarojs/taro';
import type { MyCoupon } from './words';

/** To goods that a coupon is for: its one product, its one category, or the whole list. */
export function openGoodsOf(scope: MyCoupon['scope']): void {
  void Taro.navigateTo({ url: goodsPageOf(scope) });
}

/** The page with the goods that a coupon is for. */
export function goodsPageOf({ all, productIds, categoryIds, tags }: MyCoupon['scope']): string {
  const [productId] = productIds;
  const [categoryId] = categoryIds;
  const named = productIds.length + categoryIds.length + tags.length;
  if (!all && named === 1 && productId !== undefined) {
    return `/pages/shopper/product/index?id=${productId}`;
  }
  if (!all && named === 1 && categoryId !== undefined) {
    return `/pages/shopper/list/index?categoryId=${categoryId}`;
  }
  return '/pages/shopper/list/index';
}

/** To the coupons on offer. */
export function openClaim(): void {
  void Taro.navigateTo({ url: '/pages/shopper/claim/index' });
}

/** To my coupons. */
export function openMyCoupons(): void {
  void Taro.navigateTo({ url: '/pages/shopper/coupons/index' });
}

/** Back to the shop's front. */
export function goHome(): void {
  void Taro.switchTab({ url: '/pages/home/index' });
}
