import Taro from '@tarojs/taro';
import { Tap } from '../../ui/Tap';
import { Block } from './Block';
import { phoneText, Place, whereText } from './Place';
import type { OrderView } from './words';

/** Where this order goes. A store's number can be called. */
export function OrderPlace({ order }: { order: OrderView }) {
  const { contact, store } = order;
  if (order.delivery === 'pickup' && store !== null) {
    return (
      <Block>
        <Tap
          label={`拨打${store.name}的电话`}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: store.phone })}
        >
          <Place
            icon="shop"
            head={store.name}
            beside={`${store.hours} · ${store.phone}`}
            where={store.address}
          />
        </Tap>
      </Block>
    );
  }
  if (contact === null) return null;
  return (
    <Block>
      <Place
        icon="pin"
        head={contact.name}
        beside={phoneText(contact.phone)}
        where={whereText(contact)}
      />
    </Block>
  );
}
