import Taro from '@tarojs/taro';

/** Opens a product from the cart. */
export function openProduct(productId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/product/index?id=${productId}` });
}

/** Opens the goods that count for an offer; all goods without one. */
export function openGoods(offer: { offerId: string; name: string } | null): void {
  const query =
    offer === null ? '' : `?promotion=${offer.offerId}&name=${encodeURIComponent(offer.name)}`;
  void Taro.navigateTo({ url: `/pages/shopper/list/index${query}` });
}

/** Opens the coupons on offer. */
export function openClaim(): void {
  void Taro.navigateTo({ url: '/pages/shopper/claim/index' });
}

/** To the shop's front. */
export function goShopping(): void {
  void Taro.switchTab({ url: '/pages/home/index' });
}
