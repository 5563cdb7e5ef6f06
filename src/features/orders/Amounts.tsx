import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { classes } from '../../kit/classes';
import { Price } from '../../ui/Price';
import './Amounts.scss';

interface AmountsProps {
  goodsFen: number;
  discountFen: number;
  /** Null before a destination is known. */
  freightFen: number | null;
  payableFen: number;
  /** How the freight was worked out, line by line. */
  workings: readonly string[];
  /** What the last sum is called. */
  totalName: string;
}

/** Every amount of an order below each other, with the freight's working; they sum to the last. */
export function Amounts(props: AmountsProps) {
  const { goodsFen, discountFen, freightFen, payableFen, workings, totalName } = props;
  return (
    <View className="amounts">
      <AmountRow name="商品金额" text={moneyText(goodsFen)} />
      {discountFen > 0 ? <AmountRow name="优惠" text={moneyText(-discountFen)} accent /> : null}
      <AmountRow name="运费" text={freightFen === null ? '待计算' : moneyText(freightFen)} />
      {workings.map((working) => (
        <View key={working} className="amounts__working">
          {working}
        </View>
      ))}
      <View className="amounts__total">
        <Text className="amounts__total-name">{totalName}</Text>
        <Price fen={payableFen} />
      </View>
    </View>
  );
}

interface AmountRowProps {
  name: string;
  text: string;
  accent?: boolean;
}

function AmountRow({ name, text, accent = false }: AmountRowProps) {
  return (
    <View className="amounts__row">
      <Text className="amounts__name">{name}</Text>
      <Text className={classes(accent && 'amounts__accent')}>{text}</Text>
    </View>
  );
}
