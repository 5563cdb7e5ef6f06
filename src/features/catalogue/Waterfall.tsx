import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import { GoodsCard } from './GoodsCard';
import type { Goods } from './goods';
import { cardHeight, inColumns } from './inColumns';
import { cardPrice } from './prices';
import './Waterfall.scss';

/** From this width on there is room for a third column. */
const wideFrom = 600;

/** Cards in two columns, three on a tablet, each where there is room. */
export function Waterfall({ goods, eager = 0 }: { goods: readonly Goods[]; eager?: number }) {
  const [columns] = useState(() => (Taro.getWindowInfo().windowWidth >= wideFrom ? 3 : 2));
  const [heights] = useState(() => new Map<string, number>());
  const first = new Set(goods.slice(0, eager));
  return (
    <View className="waterfall">
      {inColumns(goods, columns, (card) => keptHeight(heights, card)).map((cards, column) => (
        <View key={column} className="waterfall__column">
          {cards.map((card) => (
            <GoodsCard key={card.productId} goods={card} eager={first.has(card)} />
          ))}
        </View>
      ))}
    </View>
  );
}

/** A card keeps the height it first had, so that offers which begin or end leave it in its column. */
function keptHeight(heights: Map<string, number>, goods: Goods): number {
  const kept = heights.get(goods.productId);
  if (kept !== undefined) return kept;
  const { pills } = cardPrice(goods, useOffers.getState().told, shopNow());
  const height = cardHeight({ title: goods.title, tags: [...pills, ...goods.tags] });
  heights.set(goods.productId, height);
  return height;
}
