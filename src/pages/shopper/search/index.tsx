import Taro, { useRouter } from '@tarojs/taro';
import { listUrl } from '../../../features/catalogue/goods';
import { SearchScreen } from '../../../features/catalogue/SearchScreen';

/** Where somebody says what she looks for. */
export default function ShopperSearchPage() {
  const { words = '' } = useRouter().params;
  return <SearchScreen first={decodeURIComponent(words)} onSearch={showFound} />;
}

/** The list takes this page's place: its own search box leads back to a fresh one. */
function showFound(words: string) {
  void Taro.redirectTo({ url: listUrl({ words }) });
}
