import Taro from '@tarojs/taro';

/** The wallet with how a recharge went. */
export function rechargePage(rechargeId: string): string {
  return `/pages/shopper/wallet/index?rechargeId=${rechargeId}`;
}

/** Back to the page about me. */
export function goToMe(): void {
  void Taro.switchTab({ url: '/pages/me/index' });
}
