import { View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { openProduct, type Goods } from './goods';
import './NewStrip.scss';

/** As many as are drawn: the rest is one tap away. */
const most = 8;

/** What is new, in one row that scrolls across. */
export function NewStrip({ goods }: { goods: readonly Goods[] }) {
  return (
    <View className="new-strip">
      {goods.slice(0, most).map(({ productId, pictureUrl, title, priceFen }) => (
        <Tap key={productId} className="new-strip__one" onTap={() => openProduct(productId)}>
          <Picture src={pictureUrl} rounded />
          <View className="new-strip__title">{title}</View>
          <Price fen={priceFen} size="small" />
        </Tap>
      ))}
    </View>
  );
}
