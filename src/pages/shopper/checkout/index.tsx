import { CheckoutScreen } from '../../../features/orders/CheckoutScreen';

/** The checkout of what the cart or a product handed over. */
export default function CheckoutPage() {
  return <CheckoutScreen />;
}
