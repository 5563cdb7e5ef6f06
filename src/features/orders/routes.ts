import Taro from '@tarojs/taro';

/** The page that says how a payment went. */
export function resultPage(orderId: string): string {
  return `/pages/shopper/result/index?orderId=${orderId}`;
}

/** The page of an order. */
export function orderPage(orderId: string): string {
  return `/pages/shopper/order/index?orderId=${orderId}`;
}

/** Opens the parcels of an order with their way. */
export function openParcels(orderId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/parcels/index?orderId=${orderId}` });
}

/** The list of orders, at one of its tabs. */
export function ordersPage(tab: string): string {
  return `/pages/shopper/orders/index?state=${tab}`;
}

/** Opens the addresses to choose one, or the form where there is none yet. */
export function openAddresses(any: boolean): void {
  const page = any ? 'addresses' : 'address';
  void Taro.navigateTo({ url: `/pages/shopper/${page}/index?choose=1` });
}

/** Back to the shop's front. */
export function goHome(): void {
  void Taro.switchTab({ url: '/pages/home/index' });
}

/** To the cart. */
export function goToCart(): void {
  void Taro.switchTab({ url: '/pages/cart/index' });
}
