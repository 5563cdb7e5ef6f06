import Taro from '@tarojs/taro';
import { useCheckoutDraft } from '../../../features/orders/checkoutDraft';
import { ExchangeScreen } from '../../../features/points/ExchangeScreen';

/** The points shop; a good that is had for points goes through the checkout. */
export default function ExchangePage() {
  return <ExchangeScreen onExchange={checkOut} />;
}

function checkOut(exchangeId: string, skuId: string) {
  useCheckoutDraft.getState().begin([{ skuId, quantity: 1 }], 'product', { exchangeId });
  void Taro.navigateTo({ url: '/pages/shopper/checkout/index' });
}
