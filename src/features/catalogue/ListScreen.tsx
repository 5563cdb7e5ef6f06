import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ask, type Output } from '../../cloud';
import { classes } from '../../kit/classes';
import { usePages, type Pages } from '../../kit/usePages';
import { useOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import { Page } from '../../ui/Page';
import { Pill } from '../../ui/Pill';
import { SearchLink } from '../../ui/SearchBox';
import { goodsAtOnce, type Goods, type Sort } from './goods';
import { GoodsPages } from './GoodsPages';
import { askOfferGoods, offerGoods } from './offerGoods';
import { SortTabs } from './SortTabs';
import { useFreshOffers, withOffers } from './useCardPrice';
import { useSearchWords } from './words';
import './ListScreen.scss';

/** As many goods as the first screen shows. */
const firstGoods = process.env.TARO_ENV === 'h5' ? 12 : 6;

interface ListScreenProps {
  words: string;
  categoryId: string | undefined;
  /** Only goods of this promotion or coupon. */
  offerId: string | undefined;
  name: string;
  firstSort: Sort;
  /** Back to the box, with these words in it. */
  onSearch: (words: string) => void;
  onBrowse: () => void;
}

/** Goods in the order that somebody wants, page by page. */
export function ListScreen(props: ListScreenProps) {
  const { words, categoryId, offerId, name, firstSort, onSearch } = props;
  const [sort, setSort] = useState(firstSort);
  const pages = useGoods({ words, categoryId, offerId, sort });
  useFreshOffers();
  useEffect(() => {
    if (words !== '') useSearchWords.getState().keep(words);
  }, [words]);
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
      {offerId === undefined ? null : <OfferHead offerId={offerId} />}
      <GoodsPages pages={pages} empty={emptyOf(props)} />
    </Page>
  );
}

/** What is said when there is nothing, and what to do instead. */
function emptyOf({ words, offerId, onSearch, onBrowse }: ListScreenProps) {
  if (words !== '')
    return { say: `没有找到“${words}”`, action: '换个词试试', onAction: () => onSearch(words) };
  const say = offerId === undefined ? '这里还没有商品' : '活动已结束，或暂时没有商品';
  return { say, action: '逛逛别的分类', onAction: onBrowse };
}

/** What the promotion or coupon gives whose goods these are. */
function OfferHead({ offerId }: { offerId: string }) {
  const told = useOffers((offers) => offers.told);
  const offer = told === null ? null : offerGoods(offerId, told, shopNow());
  return (
    <View>
      {offer === null ? null : (
        <View className="list__offer">
          <Pill>{offer.label}</Pill>
          <View className="list__offer-words">
            <View>{offer.text}</View>
            {offer.notes.length === 0 ? null : (
              <View className="list__offer-notes">{offer.notes.join(' · ')}</View>
            )}
          </View>
        </View>
      )}
    </View>
  );
}

interface Wanted {
  words: string;
  categoryId: string | undefined;
  offerId: string | undefined;
  sort: Sort;
}

function useGoods(wanted: Wanted): Pages<Goods> {
  return usePages((cursor) => withOffers(() => loadGoods(wanted, cursor)), JSON.stringify(wanted));
}

async function loadGoods(
  { words, categoryId, offerId, sort }: Wanted,
  cursor: string | null,
): Promise<Output<'catalogue.products'>> {
  const offer = offerId === undefined ? undefined : await askOfferGoods(offerId);
  if (offer === null) return { items: [], next: null };
  return ask('catalogue.products', {
    sort,
    limit: cursor === null ? firstGoods : goodsAtOnce,
    ...(words === '' ? {} : { words }),
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(offer === undefined ? {} : { among: offer.among }),
    ...(cursor === null ? {} : { cursor }),
  });
}
