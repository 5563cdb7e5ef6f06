import Taro from '@tarojs/taro';

/** The shopper's own pages, besides those of her orders. */
type MemberPage =
  'points' | 'signin' | 'levels' | 'wallet' | 'coupons' | 'claim' | 'exchange' | 'addresses';

/** To one of the shopper's own pages. */
export function openMemberPage(page: MemberPage): void {
  void Taro.navigateTo({ url: `/pages/shopper/${page}/index` });
}
