import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { GoodsCard } from './GoodsCard';
import type { Goods } from './goods';
import { cardHeight, inColumns } from './inColumns';
import './Waterfall.scss';

/** From this width on there is room for a third column. */
const wideFrom = 600;

/** Cards in two columns, three on a tablet, each where there is room. */
export function Waterfall({ goods, eager = 0 }: { goods: readonly Goods[]; eager?: number }) {
  const [columns] = useState(() => (Taro.getWindowInfo().windowWidth >= wideFrom ? 3 : 2));
  const first = new Set(goods.slice(0, eager));
  return (
    <View className="waterfall">
      {inColumns(goods, columns, cardHeight).map((cards, column) => (
        <View key={column} className="waterfall__column">
          {cards.map((card) => (
            <GoodsCard key={card.productId} goods={card} eager={first.has(card)} />
          ))}
        </View>
      ))}
    </View>
  );
}
