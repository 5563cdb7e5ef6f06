import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Picture } from '../../ui/Picture';
import { Price } from '../../ui/Price';
import './LineRow.scss';

interface LineRowProps {
  title: string;
  specText: string;
  pictureUrl: string;
  unitFen: number;
  quantity: number;
  /** Why it cannot be bought as it is. */
  problem?: string;
  small?: boolean;
}

/** One line of an order: picture, what it is, unit price and number. */
export function LineRow(props: LineRowProps) {
  const { title, specText, pictureUrl, unitFen, quantity, problem, small = false } = props;
  return (
    <View className={classes('line-row', small && 'line-row--small')}>
      <View className="line-row__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="line-row__words">
        <View className="line-row__title">{title}</View>
        {specText === '' ? null : <View className="line-row__spec">{specText}</View>}
        {problem === undefined ? null : <View className="line-row__problem">{problem}</View>}
      </View>
      <View className="line-row__figures">
        <Price fen={unitFen} size="small" tone="ink" />
        <Text className="line-row__count">×{quantity}</Text>
      </View>
    </View>
  );
}
