import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { Pages } from '../../kit/usePages';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { SkeletonCards } from '../../ui/Skeleton';
import type { Goods } from './goods';
import { Waterfall } from './Waterfall';
import './GoodsPages.scss';

interface GoodsPagesProps {
  pages: Pages<Goods>;
  /** What is said when there is nothing, and what to do instead. */
  empty: { say: string; action: string; onAction: () => void };
}

/** A list of goods that goes on at the page's end. */
export function GoodsPages({ pages, empty }: GoodsPagesProps) {
  const { state, morePhase, moreSay, more } = pages;
  useReachBottom(() => {
    if (morePhase === 'idle') void more();
  });
  return (
    <Ask state={state} skeleton={<SkeletonCards />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="search" {...empty} />
        ) : (
          <View className="goods-pages">
            <Waterfall goods={items} eager={4} />
            <More phase={morePhase} say={moreSay} onMore={() => void more()} />
          </View>
        )
      }
    </Ask>
  );
}
