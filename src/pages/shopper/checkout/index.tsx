import { useEffect } from 'react';
import { CheckoutScreen } from '../../../features/orders/CheckoutScreen';
import { askBesides, useSubscriptions } from '../../../stores/subscribe';

/** The checkout of what the cart or a product handed over. */
export default function CheckoutPage() {
  const learn = useSubscriptions((all) => all.learn);
  useEffect(() => {
    void learn();
  }, [learn]);
  return <CheckoutScreen onPlacing={() => askBesides('place')} />;
}
