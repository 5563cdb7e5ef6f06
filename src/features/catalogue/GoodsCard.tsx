import { Text, View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { countText, openProduct, type Goods } from './goods';
import { useCardPrice } from './useCardPrice';
import './GoodsCard.scss';

/** At most this many pills below a name: the reasons of its price first, then its tags. */
const mostPills = 2;

/** A product among others: picture, name, why, price. */
export function GoodsCard({ goods, eager = false }: { goods: Goods; eager?: boolean }) {
  const { fen, struckFen, pills } = useCardPrice(goods);
  const reasons = pills.slice(0, mostPills);
  const tags = goods.tags.slice(0, mostPills - reasons.length);
  return (
    <Tap className="goods" onTap={() => openProduct(goods.productId)}>
      <Picture src={goods.pictureUrl} eager={eager} />
      {goods.left === 'none' ? <View className="goods__gone">已售罄</View> : null}
      <View className="goods__words">
        <View className="goods__title">{goods.title}</View>
        {reasons.length + tags.length === 0 ? null : (
          <View className="goods__tags">
            {reasons.map((reason) => (
              <Pill key={reason}>{reason}</Pill>
            ))}
            {tags.map((tag) => (
              <Pill key={tag} tone="quiet">
                {tag}
              </Pill>
            ))}
          </View>
        )}
        <View className="goods__foot">
          <Price fen={fen} struckFen={struckFen} />
          <Text className="goods__sold">{soldWords(goods)}</Text>
        </View>
      </View>
    </Tap>
  );
}

/** How it stands on the shelf when that is short, else how many went. */
function soldWords({ left, soldCount }: Goods): string {
  if (left === 'few') return '库存紧张';
  return soldCount > 0 ? `已售 ${countText(soldCount)}` : '';
}
