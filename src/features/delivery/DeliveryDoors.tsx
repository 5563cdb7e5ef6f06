import { View } from '@tarojs/components';
import { ask, type Output } from '../../cloud';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { Icon, type IconName } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { openPickup, openShip } from './routes';
import { signInToDelivery } from './signInToDelivery';
import './DeliveryDoors.scss';

type Counts = Output<'delivery.counts'>;

/** The ways from the manager's desk to what waits to leave the shop. */
export function DeliveryDoors() {
  const counts = useCounts();
  return (
    <View className="delivery-doors">
      <Door
        icon="truck"
        name="发货"
        note={shipNote(counts)}
        warn={(counts?.late ?? 0) > 0}
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

/** The way from the guide's desk to the counter of her store. */
export function PickupDoor() {
  const counts = useCounts();
  return (
    <View className="delivery-doors delivery-doors--single">
      <Door
        icon="code"
        name="自提核销"
        note={pickupNote(counts)}
        onTap={() => openPickup('guide')}
      />
    </View>
  );
}

function useCounts(): Counts | null {
  const state = useAsk(async () => {
    await signInToDelivery();
    return ask('delivery.counts', {});
  });
  useShownAgain(() => void state.reload());
  return state.phase === 'ready' ? state.value : null;
}

function shipNote(counts: Counts | null): string {
  if (counts === null) return '';
  if (counts.late > 0) return `${counts.late} 单快到 48 小时`;
  return counts.toShip === 0 ? '没有待发货的' : `${counts.toShip} 单待发货`;
}

function pickupNote(counts: Counts | null): string {
  if (counts === null) return '';
  return counts.pickup === 0 ? '没有等待自提的' : `${counts.pickup} 单待自提`;
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
