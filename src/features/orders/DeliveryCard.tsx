import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { Block } from './Block';
import { phoneText, Place, whereText } from './Place';
import { openAddresses } from './routes';
import type { DeliveryChoice, DeliveryKind, OrderPreview } from './steps';
import './DeliveryCard.scss';

const kinds: readonly { kind: DeliveryKind; label: string }[] = [
  { kind: 'express', label: '快递配送' },
  { kind: 'pickup', label: '门店自提' },
];

interface DeliveryCardProps {
  choice: DeliveryChoice;
  preview: OrderPreview;
  onKind: (kind: DeliveryKind) => void;
  onStores: () => void;
}

/** How and where to: by parcel to an address, or to the counter of a store. */
export function DeliveryCard({ choice, preview, onKind, onStores }: DeliveryCardProps) {
  return (
    <Block className="delivery-card">
      <View className="delivery-card__kinds">
        {kinds.map(({ kind, label }) => (
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
      {choice.kind === 'express' ? (
        <AddressPlace address={preview.address} />
      ) : (
        <StorePlace store={choice.storeId === '' ? null : preview.store} onTap={onStores} />
      )}
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
