import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { countText, groupedText } from './amounts';
import { dayText } from '../../kit/dayText';
import type { Overview } from './useBoard';
import './TrendTable.scss';

/** As many days as come at once: what travels to the mini program's view stays small. */
const daysAtOnce = process.env.TARO_ENV === 'h5' ? 31 : 10;

interface TrendTableProps {
  days: Overview['days'];
  open: boolean;
  onClose: () => void;
}

/** The chart's days in numbers, the newest first. */
export function TrendTable({ days, open, onClose }: TrendTableProps) {
  return (
    <Sheet open={open} onClose={onClose} title="每天的数字">
      <Rows days={days} />
    </Sheet>
  );
}

function Rows({ days }: { days: Overview['days'] }) {
  const [most, setMost] = useState(daysAtOnce);
  const shown = [...days].reverse().slice(0, most);
  return (
    <View>
      <View className="trend-table__row trend-table__row--head">
        <Text className="trend-table__day">日期</Text>
        <Text className="trend-table__net">净销售</Text>
        <Text className="trend-table__count">订单</Text>
        <Text className="trend-table__count">访客</Text>
      </View>
      {shown.map(({ day, netFen, orders, visitors }) => (
        <View key={day} className="trend-table__row">
          <Text className="trend-table__day">{dayText(day)}</Text>
          <Text className="trend-table__net">{groupedText(netFen)}</Text>
          <Text className="trend-table__count">{countText(orders)}</Text>
          <Text className="trend-table__count">{countText(visitors)}</Text>
        </View>
      ))}
      {most < days.length ? (
        <Tap className="trend-table__more" onTap={() => setMost(most + daysAtOnce)}>
          看更早
        </Tap>
      ) : null}
    </View>
  );
}
