import { Text, View } from '@tarojs/components';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { Button } from '../../ui/Button';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import { goodStep } from './exchanges';
import { openProduct } from './routes';
import type { ExchangeGood } from './useExchange';
import './GoodCard.scss';

interface GoodCardProps {
  good: ExchangeGood;
  /** The points that I have. */
  points: number;
  onExchange: () => void;
}

/** A good of the points shop: its picture opens the product, its button the checkout. */
export function GoodCard({ good, points, onExchange }: GoodCardProps) {
  const { can, label } = goodStep(good, points);
  return (
    <View className="exchange-good">
      <Tap label={good.title} onTap={() => openProduct(good.productId)}>
        <Picture src={good.pictureUrl} />
      </Tap>
      <View className="exchange-good__words">
        <View className="exchange-good__title">{good.title}</View>
        <View className="exchange-good__spec">
          {[good.specText, `剩 ${good.left} 件`].filter((word) => word !== '').join(' · ')}
        </View>
        <View className="exchange-good__price">
          <Text className="exchange-good__points">{good.points}</Text>积分
          {good.priceFen > 0 ? ` + ¥${yuanText(good.priceFen)}` : ''}
        </View>
        <View className="exchange-good__foot">
          <Text className="exchange-good__list">¥{yuanText(good.listFen)}</Text>
          <Button compact disabled={!can} onTap={onExchange}>
            {label}
          </Button>
        </View>
      </View>
    </View>
  );
}
