import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useSession } from '../../stores/session';
import { Ask } from '../../ui/Ask';
import { CellGroup } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { AddressEditor } from './AddressEditor';
import { emptyForm, formOf, type AddressForm } from './addressForm';

interface AddressScreenProps {
  /** The address to change; undefined adds one. */
  addressId: string | undefined;
  onSaved: (addressId: string) => void;
}

/** The form of one address. A new one opens at once. */
export function AddressScreen({ addressId, onSaved }: AddressScreenProps) {
  const title = addressId === undefined ? '新增收货地址' : '修改收货地址';
  if (addressId === undefined) {
    return (
      <AddressEditor title={title} first={emptyForm} addressId={undefined} onSaved={onSaved} />
    );
  }
  return <KnownAddress title={title} addressId={addressId} onSaved={onSaved} />;
}

interface KnownAddressProps {
  title: string;
  addressId: string;
  onSaved: (addressId: string) => void;
}

function KnownAddress({ title, addressId, onSaved }: KnownAddressProps) {
  const state = useAsk(() => findAddress(addressId), addressId);
  if (state.phase === 'ready') {
    return (
      <AddressEditor title={title} first={state.value} addressId={addressId} onSaved={onSaved} />
    );
  }
  return (
    <Page title={title}>
      <Ask state={state} skeleton={<FormSkeleton />}>
        {() => null}
      </Ask>
    </Page>
  );
}

/** The form of one of my addresses; an empty one when it was removed meanwhile. */
async function findAddress(addressId: string): Promise<AddressForm> {
  await useSession.getState().signIn();
  const { items } = await ask('members.addresses', {});
  const address = items.find((one) => one.addressId === addressId);
  return address === undefined ? emptyForm : formOf(address);
}

function FormSkeleton() {
  return (
    <Skeleton>
      <CellGroup>
        <Bone shape="title" />
        <Bone shape="title" />
        <Bone shape="title" />
        <Bone shape="title" />
      </CellGroup>
    </Skeleton>
  );
}
