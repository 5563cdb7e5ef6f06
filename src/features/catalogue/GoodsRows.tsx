import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { Pages } from '../../kit/usePages';
import { Ask } from '../../ui/Ask';
import { More } from '../../ui/More';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { countText, openProduct, type Goods } from './goods';
import { SectionHead } from './SectionHead';
import { useCardPrice } from './useCardPrice';
import './GoodsRows.scss';

interface GoodsRowsProps {
  pages: Pages<Goods>;
  title: string;
  /** Opens the whole list with its orders. */
  onAll: () => void;
}

/** Goods in narrow rows, beside a rail, going on at the page's end. */
export function GoodsRows({ pages, title, onAll }: GoodsRowsProps) {
  const { state, morePhase, moreSay, more } = pages;
  useReachBottom(() => {
    if (morePhase === 'idle') void more();
  });
  return (
    <View className="goods-rows">
      <SectionHead title={title} onMore={onAll} />
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {({ items }) => (
          <>
            {items.map((goods) => (
              <Row key={goods.productId} goods={goods} />
            ))}
            <More phase={morePhase} say={moreSay} onMore={() => void more()} />
          </>
        )}
      </Ask>
    </View>
  );
}

function Row({ goods }: { goods: Goods }) {
  const { productId, pictureUrl, title, left, soldCount } = goods;
  const { fen, struckFen, pills } = useCardPrice(goods);
  return (
    <Tap className="goods-rows__row" onTap={() => openProduct(productId)}>
      <View className="goods-rows__picture">
        <Picture src={pictureUrl} rounded />
      </View>
      <View className="goods-rows__words">
        <View className="goods-rows__title">{title}</View>
        <View className="goods-rows__sold">
          {left === 'none'
            ? '已售罄'
            : left === 'few'
              ? '库存紧张'
              : `已售 ${countText(soldCount)}`}
        </View>
        {pills.length === 0 ? null : (
          <View className="goods-rows__pills">
            {pills.map((pill) => (
              <Pill key={pill}>{pill}</Pill>
            ))}
          </View>
        )}
        <Price fen={fen} struckFen={struckFen} />
      </View>
    </Tap>
  );
}
