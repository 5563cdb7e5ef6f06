import Taro, { useRouter } from '@tarojs/taro';
import { isSort } from '../../../features/catalogue/goods';
import { ListScreen } from '../../../features/catalogue/ListScreen';

/** Goods of a category, of an offer, for words, or all of them. */
export default function ShopperListPage() {
  const { words = '', categoryId, promotion, name = '', sort } = useRouter().params;
  return (
    <ListScreen
      words={decodeURIComponent(words)}
      categoryId={categoryId}
      offerId={promotion}
      name={decodeURIComponent(name)}
      firstSort={isSort(sort) ? sort : 'hot'}
      onSearch={searchFor}
      onBrowse={() => void Taro.switchTab({ url: '/pages/category/index' })}
    />
  );
}

function searchFor(words: string) {
  void Taro.redirectTo({
    url: `/pages/shopper/search/index?words=${encodeURIComponent(words)}`,
  });
}
