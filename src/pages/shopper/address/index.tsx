import Taro, { useRouter } from '@tarojs/taro';
import { AddressScreen } from '../../../features/members/AddressScreen';
import { useCheckoutDraft } from '../../../features/orders/checkoutDraft';

/** One address. `choose` in the address counts the pages back to the checkout that waits for it. */
export default function AddressPage() {
  const { params } = useRouter();
  const steps = Number(params['choose'] ?? '0');
  return (
    <AddressScreen
      addressId={params['addressId']}
      onSaved={(addressId) => {
        if (steps > 0) useCheckoutDraft.getState().choose({ kind: 'express', addressId });
        void Taro.navigateBack({ delta: steps === 2 ? 2 : 1 });
      }}
    />
  );
}
