import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { AddressRow } from './AddressRow';
import { useAddresses } from './useAddresses';
import './AddressesScreen.scss';

/** As many addresses as the shop keeps for a member. */
const mostAddresses = 20;

interface AddressesScreenProps {
  /** Opened to choose one: takes it. Otherwise a tap opens an address to change it. */
  onChoose: ((addressId: string) => void) | null;
  /** The one chosen so far. */
  chosenId: string;
}

/** My addresses: choose, change, remove, add. */
export function AddressesScreen({ onChoose, chosenId }: AddressesScreenProps) {
  const { state, remove } = useAddresses();
  const count = state.phase === 'ready' ? state.value.items.length : 0;
  const add = () => edit('', onChoose !== null);
  const bar =
    count === 0 ? null : (
      <BottomBar>
        <Button id="add-address" disabled={count >= mostAddresses} onTap={add}>
          {count >= mostAddresses ? `最多保存 ${mostAddresses} 个地址` : '新增收货地址'}
        </Button>
      </BottomBar>
    );
  return (
    <Page title={onChoose === null ? '收货地址' : '选择收货地址'} bar={bar}>
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="pin" say="还没有收货地址" action="新增收货地址" onAction={add} />
          ) : (
            <View className="address-list">
              {items.map((address) => (
                <AddressRow
                  key={address.addressId}
                  address={address}
                  chosen={onChoose !== null && address.addressId === chosenId}
                  onTap={() =>
                    onChoose === null ? edit(address.addressId, false) : onChoose(address.addressId)
                  }
                  onEdit={() => edit(address.addressId, false)}
                  onRemove={() => void remove(address)}
                />
              ))}
            </View>
          )
        }
      </Ask>
    </Page>
  );
}

/** Opens the form; an address added while choosing is the one that was wanted. */
function edit(addressId: string, choosing: boolean) {
  const query = [
    addressId === '' ? '' : `addressId=${addressId}`,
    choosing ? 'choose=2' : '',
  ].filter((part) => part !== '');
  void Taro.navigateTo({ url: `/pages/shopper/address/index?${query.join('&')}` });
}
