import { View } from '@tarojs/components';
import { ask, type Output } from '../../cloud';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { Icon, type IconName } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openCounter, openPickup, openShip } from './routes';
import { signInToDelivery } from './signInToDelivery';
import './DeliveryDoors.scss';

type Counts = Output<'delivery.counts'>;

/** The ways from the manager's desk to what waits to leave the shop. */
export function DeliveryDoors({ counts }: { counts: Counts | null }) {
  return (
    <View className="delivery-doors">
      <Door
        icon="truck"
        name="发货"
        note={shipNote(counts)}
        warn={(counts?.late ?? 0) + (counts?.breached ?? 0) > 0}
        onTap={() => openShip()}
      />
      <Door
        icon="code"
        name="自提核销"
        note={pickupNote(counts)}
        onTap={() => openPickup('manager')}
      />
    </View>
  );
}

/** The way from the guide's desk to what waits at her store. */
export function PickupDoor() {
  const counts = useCounts();
  return (
    <View className="delivery-doors delivery-doors--single">
      <Door icon="parcel" name="门店订单" note={counterNote(counts)} onTap={openCounter} />
    </View>
  );
}

/** How many orders wait, and for what. */
export async function askWaiting(): Promise<Counts> {
  await signInToDelivery();
  return ask('delivery.counts', {});
}

function useCounts(): Counts | null {
  const state = useAsk(() => askWaiting());
  useShownAgain(() => void state.reload());
  return state.phase === 'ready' ? state.value : null;
}

function shipNote(counts: Counts | null): string {
  if (counts === null) return '';
  if (counts.breached > 0) return `${counts.breached} 单同城超时`;
  if (counts.late > 0) return `${counts.late} 单快到 48 小时`;
  const all = counts.toShip + counts.city;
  return all === 0 ? '没有待发货的' : `${all} 单待发货`;
}

function pickupNote(counts: Counts | null): string {
  if (counts === null) return '';
  return counts.pickup === 0 ? '没有等待自提的' : `${counts.pickup} 单待自提`;
}

function counterNote(counts: Counts | null): string {
  if (counts === null) return '';
  const { pickup, city } = counts;
  if (pickup + city === 0) return '没有等待自提或送出的';
  return `${pickup} 单待自提，${city} 单同城`;
}

interface DoorProps {
  icon: IconName;
  name: string;
  note: string;
  /** Something there must not wait. */
  warn?: boolean;
  onTap: () => void;
}

function Door({ icon, name, note, warn = false, onTap }: DoorProps) {
  return (
    <Tap className="delivery-doors__door" label={`${name} ${note}`} onTap={onTap}>
      <View className="delivery-doors__sign">
        <Icon name={icon} />
      </View>
      <View className="delivery-doors__words">
        <View className="delivery-doors__name">{name}</View>
        <View className={classes('delivery-doors__note', warn && 'delivery-doors__note--warn')}>
          {note}
        </View>
      </View>
    </Tap>
  );
}
