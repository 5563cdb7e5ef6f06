import { View } from '@tarojs/components';
import { memo, useState } from 'react';
import { classes } from '../../kit/classes';
import { Tap } from '../../ui/Tap';
import { countText, groupedText } from './amounts';
import { dayText } from '../../kit/dayText';
import { TrendChart, type ChartPart } from './TrendChart';
import { TrendTable } from './TrendTable';
import { seriesNames, type Series } from './series';
import type { Overview } from './useBoard';
import './TrendCard.scss';

interface TrendCardProps {
  days: Overview['days'];
  canvas: ChartPart;
}

const all: readonly Series[] = ['netFen', 'visitors'];

/** Thirty days as bars, each to be read by a touch, and as a table. */
export const TrendCard = memo(function TrendCard({ days, canvas }: TrendCardProps) {
  const [series, setSeries] = useState<Series>('netFen');
  const [touched, setTouched] = useState<number | null>(null);
  const [listed, setListed] = useState(false);
  const chosen = touched !== null && touched < days.length ? touched : days.length - 1;
  return (
    <View className="trend">
      <View className="trend__head">
        <View className="trend__title">近 30 天</View>
        {all.map((one) => (
          <Tap
            key={one}
            className={classes('trend__choice', one === series && 'trend__choice--chosen')}
            chosen={one === series}
            onTap={() => setSeries(one)}
          >
            {seriesNames[one]}
          </Tap>
        ))}
      </View>
      <Reading days={days} series={series} chosen={chosen} />
      <TrendChart
        days={days}
        series={series}
        chosen={chosen}
        onChoose={setTouched}
        canvas={canvas}
      />
      <Tap className="trend__table" onTap={() => setListed(true)}>
        看每天的数字
      </Tap>
      <TrendTable days={days} open={listed} onClose={() => setListed(false)} />
    </View>
  );
});

interface ReadingProps {
  days: Overview['days'];
  /** What is said large. */
  series: Series;
  chosen: number;
}

/** The day under the finger, in words. */
function Reading({ days, series, chosen }: ReadingProps) {
  const day = days[chosen];
  if (day === undefined) return null;
  const net = groupedText(day.netFen);
  const visitors = `${countText(day.visitors)} 位访客`;
  const name = chosen === days.length - 1 ? `${dayText(day.day)}（今天）` : dayText(day.day);
  return (
    <View className="trend__reading">
      <View className="trend__day">{name}</View>
      <View className="trend__facts">
        <View className="trend__large">{series === 'netFen' ? net : visitors}</View>
        <View className="trend__rest">
          {series === 'netFen' ? visitors : `净销售 ${net}`} · {countText(day.orders)} 笔订单
        </View>
      </View>
    </View>
  );
}
