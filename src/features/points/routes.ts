import Taro from '@tarojs/taro';

type MemberPage = 'points' | 'signin' | 'levels' | 'exchange' | 'coupons';

/** To one of the member's own pages. */
export function openMemberPage(page: MemberPage): void {
  void Taro.navigateTo({ url: `/pages/shopper/${page}/index` });
}

/** To a product. */
export function openProduct(productId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/product/index?id=${productId}` });
}
