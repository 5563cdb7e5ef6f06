import { Text, View } from '@tarojs/components';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Picture } from '../../ui/Picture';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { openParcels } from './routes';
import {
  codeText,
  latestSay,
  parcelName,
  pickupSay,
  type OrderDelivery,
  type Parcel,
} from './words';
import './DeliveryCard.scss';

interface DeliveryCardProps {
  orderId: string;
  /** Changes with what has left, so that the card asks anew. */
  version: string;
  /** The order is paid and picked up: its code comes a moment after the money. */
  awaitsCode: boolean;
}

/** How the goods of a paid order travel: its parcels, each opening its way, or the code for the counter. */
export function DeliveryCard({ orderId, version, awaitsCode }: DeliveryCardProps) {
  const state = useAsk(() => askAsMember('delivery.ofOrder', { orderId }), `${orderId} ${version}`);
  useShownAgain(() => void state.reload());
  return (
    <Ask state={state} skeleton={<CardSkeleton />}>
      {({ parcels, pickup }) => (
        <>
          {pickup === null && awaitsCode ? <CodeToCome onAsk={() => void state.reload()} /> : null}
          {pickup === null ? null : <PickupCode pickup={pickup} />}
          {parcels.length === 0 ? null : (
            <View className="delivery-card">
              {parcels.map((parcel) => (
                <ParcelRow key={parcel.parcelId} parcel={parcel} orderId={orderId} />
              ))}
            </View>
          )}
        </>
      )}
    </Ask>
  );
}

function CardSkeleton() {
  return (
    <Skeleton className="delivery-card">
      <Bone shape="line" width="half" />
      <Bone shape="line" width="most" />
    </Skeleton>
  );
}

function CodeToCome({ onAsk }: { onAsk: () => void }) {
  return (
    <View className="delivery-card pickup-code">
      <View className="pickup-code__say">取货码正在生成，请稍等片刻</View>
      <View className="pickup-code__again">
        <Button kind="quiet" compact onTap={onAsk}>
          刷新
        </Button>
      </View>
    </View>
  );
}

/** The code in digits, to be read aloud, and as a picture, to be scanned. */
function PickupCode({ pickup }: { pickup: NonNullable<OrderDelivery['pickup']> }) {
  return (
    <View className="delivery-card pickup-code">
      {pickup.code === '' ? null : (
        <>
          <View className="pickup-code__name">取货码</View>
          <View className="pickup-code__digits" aria-label={`取货码 ${pickup.code}`}>
            {codeText(pickup.code)}
          </View>
          <View className="pickup-code__picture">
            <Picture src={pickup.codePicture} label="取货码二维码" eager />
          </View>
        </>
      )}
      <View className="pickup-code__say">{pickupSay(pickup)}</View>
    </View>
  );
}

function ParcelRow({ parcel, orderId }: { parcel: Parcel; orderId: string }) {
  const pieces = parcel.units.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Tap className="parcel-row" onTap={() => openParcels(orderId)}>
      <View className="parcel-row__sign">
        <Icon name="truck" />
      </View>
      <View className="parcel-row__words">
        <View className="parcel-row__head">
          <Text className="parcel-row__state">{parcel.stateName}</Text>
          <Text className="parcel-row__name">
            {parcelName(parcel)} · {parcel.carrierName} · {pieces} 件
          </Text>
        </View>
        <View className="parcel-row__say">{latestSay(parcel)}</View>
      </View>
      <Icon className="parcel-row__arrow" name="forward" size="small" />
    </Tap>
  );
}
