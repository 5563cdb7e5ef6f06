import Taro from '@tarojs/taro';
import { CategoryScreen } from '../../features/catalogue/CategoryScreen';
import { listUrl } from '../../features/catalogue/goods';
import { ShopTabBar } from '../../features/shell/ShopTabBar';

/** The category tab: what the shop has, kind by kind. */
export default function CategoryPage() {
  return (
    <CategoryScreen
      tabBar={<ShopTabBar current="category" />}
      onOpen={({ categoryId, name }) =>
        void Taro.navigateTo({ url: listUrl({ categoryId, name }) })
      }
    />
  );
}
