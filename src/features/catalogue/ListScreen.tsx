import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ask } from '../../cloud';
import { classes } from '../../kit/classes';
import { usePages, type Pages } from '../../kit/usePages';
import { Page } from '../../ui/Page';
import { SearchLink } from '../../ui/SearchBox';
import { goodsAtOnce, type Goods, type Sort } from './goods';
import { GoodsPages } from './GoodsPages';
import { SortTabs } from './SortTabs';
import { useSearchWords } from './words';
import './ListScreen.scss';

/** As many goods as the first screen shows. */
const firstGoods = process.env.TARO_ENV === 'h5' ? 12 : 6;

interface ListScreenProps {
  words: string;
  categoryId: string | undefined;
  name: string;
  firstSort: Sort;
  /** Back to the box, with these words in it. */
  onSearch: (words: string) => void;
  onBrowse: () => void;
}

/** Goods in the order that somebody wants, page by page. */
export function ListScreen(props: ListScreenProps) {
  const { words, categoryId, name, firstSort, onSearch, onBrowse } = props;
  const [sort, setSort] = useState(firstSort);
  const pages = useGoods({ words, categoryId, sort });
  useEffect(() => {
    if (words !== '') useSearchWords.getState().keep(words);
  }, [words]);
  const empty =
    words === ''
      ? { say: '这里还没有商品', action: '逛逛别的分类', onAction: onBrowse }
      : {
          say: `没有找到“${words}”`,
          action: '换个词试试',
          onAction: () => onSearch(words),
        };
  function order(next: Sort) {
    setSort(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }
  return (
    <Page title={name || words || '全部商品'}>
      <View className={`list__top list__top--${process.env.TARO_ENV}`}>
        <View className={classes('list__search', words !== '' && 'list__search--words')}>
          <SearchLink words={words || '搜索商品'} onTap={() => onSearch(words)} onCard />
        </View>
        <SortTabs current={sort} onChoose={order} />
      </View>
      <GoodsPages pages={pages} empty={empty} />
    </Page>
  );
}

function useGoods(wanted: {
  words: string;
  categoryId: string | undefined;
  sort: Sort;
}): Pages<Goods> {
  const { words, categoryId, sort } = wanted;
  return usePages(
    (cursor) =>
      ask('catalogue.products', {
        sort,
        limit: cursor === null ? firstGoods : goodsAtOnce,
        ...(words === '' ? {} : { words }),
        ...(categoryId === undefined ? {} : { categoryId }),
        ...(cursor === null ? {} : { cursor }),
      }),
    JSON.stringify([words, categoryId, sort]),
  );
}
