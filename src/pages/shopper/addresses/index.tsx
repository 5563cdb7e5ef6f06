import Taro, { useRouter } from '@tarojs/taro';
import { AddressesScreen } from '../../../features/members/AddressesScreen';
import { useCheckoutDraft } from '../../../features/orders/checkoutDraft';

/** My addresses; with `choose` in the address a tap chooses one for the checkout. */
export default function AddressesPage() {
  const { params } = useRouter();
  const chosenId = useCheckoutDraft((draft) => draft.choice.addressId);
  return (
    <AddressesScreen chosenId={chosenId} onChoose={params['choose'] === '1' ? choose : null} />
  );
}

function choose(addressId: string) {
  useCheckoutDraft.getState().choose({ kind: 'express', addressId });
  void Taro.navigateBack();
}
