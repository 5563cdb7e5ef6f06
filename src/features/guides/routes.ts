import Taro from '@tarojs/taro';
import type { Good } from './words';

/** Opens the goods to choose one that shall be shared. */
export function openGoods(): void {
  void Taro.navigateTo({ url: '/pages/guide/goods/index' });
}

/** Opens the card of a product; what it earns is known from the list. */
export function openCard({ productId, commissionFen, rateBp }: Good): void {
  const earns = `fen=${commissionFen}&bp=${rateBp}`;
  void Taro.navigateTo({ url: `/pages/guide/card/index?id=${productId}&${earns}` });
}

/** Opens who came by my cards. */
export function openVisits(): void {
  void Taro.navigateTo({ url: '/pages/guide/visits/index' });
}

/** Opens the orders that are credited to me, of today or all. */
export function openOrders(tab: 'today' | 'all'): void {
  void Taro.navigateTo({ url: `/pages/guide/orders/index?tab=${tab}` });
}
