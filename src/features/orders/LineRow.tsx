import { Text, View } from '@tarojs/components';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { classes } from '../../kit/classes';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import './LineRow.scss';

interface LineRowProps {
  title: string;
  specText: string;
  pictureUrl: string;
  unitFen: number;
  /** The list price, struck where the unit price is lower. */
  listFen?: number;
  quantity: number;
  /** Why it costs what it does, or what sort of line it is. */
  pill?: string;
  /** What one piece costs in points besides. */
  points?: number;
  /** What else is taken off the line, each by its name. */
  offs?: readonly string[];
  /** Why it cannot be bought as it is. */
  problem?: string;
  small?: boolean;
}

/** One line of an order: picture, what it is, unit price and number. */
export function LineRow(props: LineRowProps) {
  const { title, specText, pictureUrl, quantity, problem, offs = [], small = false } = props;
  return (
    <View className={classes('line-row', small && 'line-row--small')}>
      <View className="line-row__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="line-row__words">
        <View className="line-row__title">{title}</View>
        {specText === '' ? null : <View className="line-row__spec">{specText}</View>}
        {problem === undefined ? null : <View className="line-row__problem">{problem}</View>}
        <View className="line-row__offs">
          {offs.map((off, at) => (
            <View key={at}>{off}</View>
          ))}
        </View>
      </View>
      <View className="line-row__figures">
        <Cost {...props} />
        <Text className="line-row__count">×{quantity}</Text>
      </View>
    </View>
  );
}

function Cost({ unitFen, listFen = 0, pill = '', points = 0 }: LineRowProps) {
  return (
    <>
      {points === 0 ? null : <Text className="line-row__points">{points} 积分</Text>}
      {points > 0 && unitFen === 0 ? null : <Price fen={unitFen} size="small" tone="ink" />}
      {listFen > unitFen ? <Text className="line-row__struck">¥{yuanText(listFen)}</Text> : null}
      {pill === '' ? null : <Pill>{pill}</Pill>}
    </>
  );
}
