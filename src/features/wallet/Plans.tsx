import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { giftSay, type MyWallet } from './words';
import './Plans.scss';

interface PlansProps {
  plans: MyWallet['plans'];
  /** What is paid by the chosen one, in fen. */
  chosen: number;
  onChoose: (payFen: number) => void;
}

/** What may be recharged, each with what the shop adds. */
export function Plans({ plans, chosen, onChoose }: PlansProps) {
  return (
    <View className="plans">
      <View className="plans__title">充值</View>
      <View className="plans__tiles">
        {plans.map(({ payFen, giftFen }) => (
          <Tap
            key={payFen}
            className={classes('plans__tile', payFen === chosen && 'plans__tile--chosen')}
            chosen={payFen === chosen}
            onTap={() => onChoose(payFen)}
          >
            <Price fen={payFen} tone="ink" />
            <View className="plans__gift">{giftSay(giftFen)}</View>
            {payFen === chosen ? (
              <View className="plans__tick">
                <Icon name="check" size="small" />
              </View>
            ) : null}
          </Tap>
        ))}
      </View>
    </View>
  );
}
