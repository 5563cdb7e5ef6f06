import Taro from '@tarojs/taro';

/** The page of one of my after-sales. */
export function salePage(afterSaleId: string): string {
  return `/pages/shopper/after-sale/index?id=${afterSaleId}`;
}

/** Opens one of my after-sales. */
export function openSale(afterSaleId: string): void {
  void Taro.navigateTo({ url: salePage(afterSaleId) });
}

/** Opens my after-sales. */
export function openSales(): void {
  void Taro.navigateTo({ url: '/pages/shopper/after-sales/index' });
}

/** Opens the form for an order, with one of its lines chosen. */
export function openAskForm(orderId: string, line: number): void {
  void Taro.navigateTo({
    url: `/pages/shopper/after-sale-ask/index?orderId=${orderId}&line=${line}`,
  });
}

/** Opens an order of mine. */
export function openOrder(orderId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/order/index?orderId=${orderId}` });
}

/** Opens the shop's lists of after-sales. */
export function openBoard(): void {
  void Taro.navigateTo({ url: '/pages/manager/after-sales/index' });
}

/** The page on which the shop decides about an after-sale. */
export function decidePage(afterSaleId: string): string {
  return `/pages/manager/after-sale/index?id=${afterSaleId}`;
}

/** Opens an after-sale to decide about it. */
export function openToDecide(afterSaleId: string): void {
  void Taro.navigateTo({ url: decidePage(afterSaleId) });
}

/** Opens the form with which the shop begins an after-sale for a shopper. */
export function openGoodwillForm(): void {
  void Taro.navigateTo({ url: '/pages/manager/after-sale-open/index' });
}

/** Opens the after-sales of a guide's orders. */
export function openOfMyOrders(): void {
  void Taro.navigateTo({ url: '/pages/guide/after-sales/index' });
}

/** Opens an after-sale of one of a guide's orders. */
export function openToHelp(afterSaleId: string): void {
  void Taro.navigateTo({ url: `/pages/guide/after-sale/index?id=${afterSaleId}` });
}
