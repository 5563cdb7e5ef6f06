import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { Swipe } from '../../ui/Swipe';
import { Tap } from '../../ui/Tap';
import { phoneText, placeText, type Address } from './addressForm';
import './AddressRow.scss';

interface AddressRowProps {
  address: Address;
  chosen: boolean;
  onTap: () => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One address: who and where; swiped away, or changed by the pen. */
export function AddressRow({ address, chosen, onTap, onEdit, onRemove }: AddressRowProps) {
  return (
    <Swipe action="删除" onAction={onRemove}>
      <View className="address-row">
        <Tap className="address-row__body" chosen={chosen} onTap={onTap}>
          {chosen ? <Icon className="address-row__chosen" name="check" /> : null}
          <View className="address-row__words">
            <View className="address-row__place">
              {address.isDefault ? <Pill>默认</Pill> : null}
              <Text>{placeText(address)}</Text>
            </View>
            <View className="address-row__detail">{address.detail}</View>
            <View className="address-row__who">
              <Text className="address-row__name">{address.name}</Text>
              <Text className="address-row__phone">{phoneText(address.phone)}</Text>
            </View>
          </View>
        </Tap>
        <Tap className="address-row__edit" label={`修改${address.name}的地址`} onTap={onEdit}>
          <Icon name="pen" />
        </Tap>
      </View>
    </Swipe>
  );
}
