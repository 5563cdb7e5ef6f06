import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { Block } from './Block';
import { phoneText, Place, whereText } from './Place';
import { openAddresses } from './routes';
import { slotText } from './slots';
import type { DeliveryChoice, DeliveryKind, OrderPreview } from './steps';
import './DeliveryCard.scss';

const kinds: readonly { kind: DeliveryKind; label: string }[] = [
  { kind: 'express', label: '快递配送' },
  { kind: 'city', label: '同城配送' },
  { kind: 'pickup', label: '门店自提' },
];

interface DeliveryCardProps {
  choice: DeliveryChoice;
  preview: OrderPreview;
  onKind: (kind: DeliveryKind) => void;
  onStores: () => void;
  onSlots: () => void;
}

/** How and where to: by parcel to an address, or to the counter of a store. */
export function DeliveryCard(props: DeliveryCardProps) {
  const { choice, preview, onKind, onStores, onSlots } = props;
  // A shop where no store brings goods says nothing of it.
  const offered = kinds.filter(({ kind }) => kind !== 'city' || preview.cityOffered);
  return (
    <Block className="delivery-card">
      <View className="delivery-card__kinds">
        {offered.map(({ kind, label }) => (
          <Tap
            key={kind}
            className={classes(
              'delivery-card__kind',
              kind === choice.kind && 'delivery-card__kind--chosen',
            )}
            chosen={kind === choice.kind}
            onTap={() => {
              if (kind !== choice.kind) onKind(kind);
            }}
          >
            {label}
          </Tap>
        ))}
      </View>
      {choice.kind === 'pickup' ? (
        <StorePlace store={choice.storeId === '' ? null : preview.store} onTap={onStores} />
      ) : (
        <AddressPlace address={preview.address} />
      )}
      {choice.kind === 'city' ? (
        <SlotRow city={preview.city} slotAt={choice.slotAt} onTap={onSlots} />
      ) : null}
    </Block>
  );
}

function AddressPlace({ address }: { address: OrderPreview['address'] }) {
  return (
    <Tap
      id="choose-address"
      className="delivery-card__place"
      label={address === null ? undefined : '更换收货地址'}
      onTap={() => openAddresses(address !== null)}
    >
      {address === null ? (
        <Missing say="添加收货地址" />
      ) : (
        <Place
          icon="pin"
          head={address.name}
          beside={phoneText(address.phone)}
          where={whereText(address)}
          arrow
        />
      )}
    </Tap>
  );
}

interface SlotRowProps {
  city: OrderPreview['city'];
  slotAt: number | null;
  onTap: () => void;
}

/** When the goods come, or that nobody brings them there. */
function SlotRow({ city, slotAt, onTap }: SlotRowProps) {
  if (city === null) {
    return (
      <View className="delivery-card__none">这个地址不在同城配送范围内，可以选快递或自提</View>
    );
  }
  return (
    <Tap id="choose-slot" className="delivery-card__slot" onTap={onTap}>
      <Icon name="clock" />
      <View className="delivery-card__say">{slotText(city, slotAt)}</View>
      <Icon className="delivery-card__arrow" name="forward" size="small" />
    </Tap>
  );
}

function StorePlace({ store, onTap }: { store: OrderPreview['store']; onTap: () => void }) {
  return (
    <Tap
      id="choose-store"
      className="delivery-card__place"
      label={store === null ? undefined : '更换自提门店'}
      onTap={onTap}
    >
      {store === null ? (
        <Missing say="选择自提门店" />
      ) : (
        <Place icon="shop" head={store.name} beside={store.hours} where={store.address} arrow />
      )}
    </Tap>
  );
}

function Missing({ say }: { say: string }) {
  return (
    <View className="delivery-card__missing">
      <Icon name="plus" />
      <View className="delivery-card__say">{say}</View>
      <Icon className="delivery-card__arrow" name="forward" size="small" />
    </View>
  );
}
