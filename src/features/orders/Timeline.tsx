import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Block } from './Block';
import { timeText, type OrderView } from './words';
import './Timeline.scss';

/** What happened to an order, the latest first. */
export function Timeline({ events }: { events: OrderView['events'] }) {
  if (events.length === 0) return null;
  // Of two at the same moment the later one stands first, too.
  const latestFirst = [...events].reverse().sort((one, other) => other.happenedAt - one.happenedAt);
  return (
    <Block title="订单动态">
      {latestFirst.map((event, index) => (
        <View
          key={`${event.step} ${event.happenedAt}`}
          className={classes('timeline', index === 0 && 'timeline--latest')}
        >
          <View className="timeline__say">{event.say}</View>
          <View className="timeline__time">{timeText(event.happenedAt)}</View>
        </View>
      ))}
    </Block>
  );
}
