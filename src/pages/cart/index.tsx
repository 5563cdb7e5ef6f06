import Taro from '@tarojs/taro';
import { CartScreen } from '../../features/cart/CartScreen';
import type { AddOn } from '../../features/cart/sum';
import { useCheckoutDraft } from '../../features/orders/checkoutDraft';
import { ShopTabBar } from '../../features/shell/ShopTabBar';

/** The cart tab: chosen lines go on to the checkout. */
export default function CartPage() {
  return <CartScreen tabBar={<ShopTabBar current="cart" />} onCheckout={checkOut} />;
}

function checkOut(lines: { skuId: string; quantity: number }[], addOns: AddOn[]) {
  useCheckoutDraft.getState().begin(lines, 'cart', { addOns });
  void Taro.navigateTo({ url: '/pages/shopper/checkout/index' });
}
