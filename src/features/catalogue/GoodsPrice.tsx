import { Price } from '../../ui/Price';
import type { Goods } from './goods';
import { useCardPrice } from './useCardPrice';

/** What a product costs this buyer, where there is no room for reasons. */
export function GoodsPrice({ goods, size }: { goods: Goods; size?: 'small' }) {
  const { fen, struckFen } = useCardPrice(goods);
  return <Price fen={fen} struckFen={struckFen} size={size} />;
}
