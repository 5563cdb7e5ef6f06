import { View } from '@tarojs/components';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { SkeletonRows } from '../../ui/Skeleton';
import { GoodRow } from './GoodRow';
import { useGoods } from './useGoods';
import './GoodsScreen.scss';

/** Goods to share, each with what its sale would earn. */
export function GoodsScreen() {
  const { typed, type, words, search, showAll, pages } = useGoods();
  return (
    <Page title="选品分享">
      <View className={`guide-goods__top guide-goods__top--${process.env.TARO_ENV}`}>
        <SearchBox
          value={typed}
          onChange={type}
          onSearch={search}
          placeholder="搜索要分享的商品"
          onCard
        />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={6} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing words={words} onShowAll={showAll} />
          ) : (
            <>
              <View className="guide-goods__rows">
                {items.map((good) => (
                  <GoodRow key={good.productId} good={good} />
                ))}
              </View>
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}

function Nothing({ words, onShowAll }: { words: string; onShowAll: () => void }) {
  if (words === '') return <Empty icon="parcel" say="还没有可以分享的商品" />;
  return (
    <Empty
      icon="search"
      say={`没有找到“${words}”，换个词试试`}
      action="看全部商品"
      onAction={onShowAll}
    />
  );
}
