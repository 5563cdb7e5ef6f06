import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { countText, groupedText, shareText } from './amounts';
import { changeOf, changeText, comparedWith, type Change, type NumberKind } from './change';
import { dayText } from '../../kit/dayText';
import { openRows, type Counted } from './routes';
import type { Numbers, Overview, Window } from './useBoard';
import './NumbersCard.scss';

interface NumberLine {
  readonly number: Exclude<Counted, 'net'>;
  readonly of: keyof Numbers;
  readonly name: string;
  readonly kind: NumberKind;
  readonly say: (value: number) => string;
}

const lines: readonly NumberLine[] = [
  { number: 'orders', of: 'orders', name: '订单', kind: 'count', say: countText },
  { number: 'buyers', of: 'buyers', name: '买家', kind: 'count', say: countText },
  { number: 'visitors', of: 'visitors', name: '访客', kind: 'count', say: countText },
  { number: 'conversion', of: 'conversionBp', name: '转化率', kind: 'share', say: shareText },
];

/** As many signs as fit the narrowest phone at full size. */
const longest = 12;

interface NumbersCardProps {
  overview: Overview;
  onExplain: () => void;
}

/** Net revenue large, the rest a line each; every number opens to what it counts. */
export function NumbersCard({ overview, onExplain }: NumbersCardProps) {
  const { window, now, before } = overview;
  return (
    <View className="numbers">
      <View className="numbers__head">
        <View className="numbers__when">{whenText(overview)}</View>
        <Tap className="numbers__explain" label="这些数字怎么算" onTap={onExplain}>
          说明
        </Tap>
      </View>
      <Net now={now} before={before} window={window} />
      {lines.map((line) => (
        <Line
          key={line.number}
          line={line}
          value={now[line.of]}
          before={before[line.of]}
          window={window}
        />
      ))}
    </View>
  );
}

function Net({ now, before, window }: Pick<Overview, 'now' | 'before' | 'window'>) {
  const change = changeOf(now.netFen, before.netFen, 'money');
  const amount = groupedText(now.netFen);
  return (
    <Tap
      className="numbers__net"
      label={`净销售 ${amount}，${comparedWith(window)}${changeText(change)}，看明细`}
      onTap={() => openRows('net', window)}
    >
      <View className="numbers__name">净销售</View>
      <View
        className={classes('numbers__amount', amount.length > longest && 'numbers__amount--long')}
      >
        {amount}
        <Icon name="forward" size="small" />
      </View>
      <View className="numbers__against">
        {comparedWith(window)} <Moved change={change} />
      </View>
    </Tap>
  );
}

interface LineProps {
  line: NumberLine;
  value: number;
  before: number;
  window: Window;
}

function Line({ line, value, before, window }: LineProps) {
  const { number, name, kind, say } = line;
  const change = changeOf(value, before, kind);
  return (
    <Tap
      className="numbers__line"
      label={`${name} ${say(value)}，${comparedWith(window)}${changeText(change)}，看明细`}
      onTap={() => openRows(number, window)}
    >
      <Text className="numbers__name">{name}</Text>
      <Text className="numbers__value">{say(value)}</Text>
      <Moved change={change} />
      <Icon name="forward" size="small" />
    </Tap>
  );
}

const arrows = { up: '↑ ', down: '↓ ', same: '' };

function Moved({ change: { direction, words } }: { change: Change }) {
  return (
    <Text className={classes('numbers__moved', `numbers__moved--${direction}`)}>
      {arrows[direction]}
      {words}
    </Text>
  );
}

function whenText({ window, fromDay, toDay }: Overview): string {
  if (window === 'today') return dayText(toDay);
  return `${dayText(fromDay).split(' ')[0] ?? ''} – ${dayText(toDay).split(' ')[0] ?? ''}`;
}
