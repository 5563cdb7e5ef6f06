import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from '../../../cloud';
import { Ask } from '../../../ui/Ask';
import { Empty } from '../../../ui/Empty';
import { More } from '../../../ui/More';
import { SearchBox } from '../../../ui/SearchBox';
import { SkeletonRows } from '../../../ui/Skeleton';
import { useGoodsList } from './useGoodsList';
import './GoodsList.scss';

export type Good = Output<'catalogue.products'>['items'][number];

/** The shop's goods with a box to search in; `row` draws each. Stands in a sheet. */
export function GoodsList({ row }: { row: (good: Good) => ReactNode }) {
  const { typed, words, type, search, pages } = useGoodsList();
  return (
    <View className="goods-list">
      <View className="goods-list__search">
        <SearchBox value={typed} onChange={type} onSearch={search} placeholder="搜索商品" onCard />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="search" say={words === '' ? '店里还没有商品' : '没有找到，换个词试试'} />
          ) : (
            <>
              {items.map((good) => row(good))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </View>
  );
}
