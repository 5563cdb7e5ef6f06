import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { ask } from '../../cloud';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { usePages } from '../../kit/usePages';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { SearchLink } from '../../ui/SearchBox';
import { Tap } from '../../ui/Tap';
import { CategoryGrid } from './CategoryGrid';
import { CategorySkeleton } from './CategorySkeleton';
import { goodsAtOnce, openSearch, type Category } from './goods';
import { GoodsRows } from './GoodsRows';
import { withOffers } from './useCardPrice';
import './CategoryScreen.scss';

interface CategoryScreenProps {
  tabBar: ReactNode;
  onOpen: (category: Category) => void;
}

/** Kinds of goods at the left; what is inside the chosen one at the right. */
export function CategoryScreen({ tabBar, onOpen }: CategoryScreenProps) {
  const state = useAsk(() => ask('catalogue.categories', {}));
  return (
    <Page title="分类" tab bar={tabBar}>
      <View className={`category__search category__search--${process.env.TARO_ENV}`}>
        <SearchLink words="搜索商品" onTap={openSearch} onCard />
      </View>
      <Ask state={state} skeleton={<CategorySkeleton />}>
        {({ items }) => <Tree categories={items} onOpen={onOpen} />}
      </Ask>
    </Page>
  );
}

interface TreeProps {
  categories: readonly Category[];
  onOpen: (category: Category) => void;
}

function Tree({ categories, onOpen }: TreeProps) {
  const parents = categories.filter((one) => one.parentId === null);
  const [chosenId, setChosenId] = useState(parents[0]?.categoryId ?? '');
  const parent = parents.find((one) => one.categoryId === chosenId) ?? parents[0];
  if (parent === undefined) return <Empty icon="grid" say="还没有分类" />;
  function choose(categoryId: string) {
    setChosenId(categoryId);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }
  return (
    <View className="category">
      <View className={`category__rail category__rail--${process.env.TARO_ENV}`}>
        {parents.map(({ categoryId, name }) => (
          <Tap
            key={categoryId}
            className={classes(
              'category__kind',
              categoryId === chosenId && 'category__kind--chosen',
            )}
            chosen={categoryId === chosenId}
            onTap={() => choose(categoryId)}
          >
            {name}
          </Tap>
        ))}
      </View>
      <View className="category__inside">
        <CategoryGrid
          narrow
          categories={categories.filter((one) => one.parentId === parent.categoryId)}
          onChoose={onOpen}
        />
        <GoodsInside parent={parent} onOpen={onOpen} />
      </View>
    </View>
  );
}

function GoodsInside({ parent, onOpen }: { parent: Category; onOpen: (one: Category) => void }) {
  const { categoryId } = parent;
  const pages = usePages(
    (cursor) =>
      withOffers(() =>
        ask('catalogue.products', {
          categoryId,
          limit: goodsAtOnce,
          ...(cursor === null ? {} : { cursor }),
        }),
      ),
    categoryId,
  );
  return <GoodsRows pages={pages} title={parent.name} onAll={() => onOpen(parent)} />;
}
