import { View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import { GoodsPrice } from './GoodsPrice';
import { openProduct, type Goods } from './goods';
import './NewStrip.scss';

/** As many as are drawn: the rest is one tap away. */
const most = 8;

/** What is new, in one row that scrolls across. */
export function NewStrip({ goods }: { goods: readonly Goods[] }) {
  return (
    <View className="new-strip">
      {goods.slice(0, most).map((one) => (
        <Tap
          key={one.productId}
          className="new-strip__one"
          onTap={() => openProduct(one.productId)}
        >
          <Picture src={one.pictureUrl} rounded />
          <View className="new-strip__title">{one.title}</View>
          <GoodsPrice goods={one} size="small" />
        </Tap>
      ))}
    </View>
  );
}
