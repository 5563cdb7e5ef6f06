import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';
import { confirmed, toast } from '../../ui/toast';
import type { Address } from './addressForm';

/** My addresses, the default first; asked anew whenever the page is shown. */
export function useAddresses() {
  const state = useAsk(askAddresses);
  useShownAgain(() => void state.reload());

  /** Takes an address away at once, and back when the shop could not. */
  async function remove(address: Address): Promise<void> {
    const say = `删除「${address.name}」的这个地址？`;
    if (!(await confirmed({ say, yes: '删除' }))) return;
    state.change(({ items }) => ({ items: items.filter((one) => one !== address) }));
    try {
      await ask('members.removeAddress', { addressId: address.addressId });
    } catch (reason) {
      toast(sayWhy(reason));
      await state.reload();
    }
  }

  return { state, remove };
}

/** My addresses as a member; signs in first. */
async function askAddresses() {
  await useSession.getState().signIn();
  return ask('members.addresses', {});
}
