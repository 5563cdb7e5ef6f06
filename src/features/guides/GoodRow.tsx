import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Picture } from '../../ui/Picture';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { openCard } from './routes';
import { rateText, type Good } from './words';
import './GoodRow.scss';

const shelves = {
  few: '库存紧张',
  none: '已售罄',
};

/** A product and what its sale earns; the whole row opens its card. */
export function GoodRow({ good }: { good: Good }) {
  const { title, pictureUrl, priceFen, commissionFen, rateBp } = good;
  const earns = `佣金 ${moneyText(commissionFen)}`;
  const rate = rateText(rateBp);
  return (
    <Tap
      className="good-row"
      label={`分享${title}，${earns}，${rate}`}
      onTap={() => openCard(good)}
    >
      <View className="good-row__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="good-row__words">
        <View className="good-row__title">{title}</View>
        <View className="good-row__state">{stateText(good)}</View>
        <View className="good-row__foot">
          <View className="good-row__amounts">
            <Price fen={priceFen} tone="ink" />
            <View className="good-row__earns">
              {earns}
              <Text className="good-row__rate"> · {rate}</Text>
            </View>
          </View>
          <Text className="good-row__share">分享</Text>
        </View>
      </View>
    </Tap>
  );
}

/** How many went, and how its shelf looks when that matters. */
function stateText({ soldCount, left }: Good): string {
  const sold = soldCount > 0 ? `已售 ${soldCount}` : '新品';
  return left === 'plenty' ? sold : `${sold} · ${shelves[left]}`;
}
