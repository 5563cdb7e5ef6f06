import Taro from '@tarojs/taro';
import { usePieces } from '../../stores/cart';
import { useSession } from '../../stores/session';
import { TabBar, type TabItem } from '../../ui/TabBar';

export type ShopTab = 'home' | 'category' | 'cart' | 'me';

const tabPages: Readonly<Record<ShopTab, string>> = {
  home: '/pages/home/index',
  category: '/pages/category/index',
  cart: '/pages/cart/index',
  me: '/pages/me/index',
};

type Desk = 'guide' | 'manager';

const desks: Readonly<Record<Desk, TabItem & { url: string }>> = {
  guide: { key: 'guide', label: '导购台', icon: 'desk', url: '/pages/guide/desk/index' },
  manager: { key: 'manager', label: '管理', icon: 'chart', url: '/pages/manager/desk/index' },
};

/** The tabs: four for everybody, one more for guides and managers, whose packages others never load. */
export function ShopTabBar({ current }: { current: ShopTab | Desk }) {
  const pieces = usePieces();
  const role = useSession((session) => session.me?.staff?.role ?? null);
  const desk = role ?? (isTab(current) ? null : current);
  const items: TabItem[] = [
    { key: 'home', label: '首页', icon: 'home' },
    { key: 'category', label: '分类', icon: 'grid' },
    { key: 'cart', label: '购物车', icon: 'cart', count: pieces },
    { key: 'me', label: '我的', icon: 'person' },
    ...(desk === null ? [] : [desks[desk]]),
  ];
  return <TabBar items={items} current={current} onChoose={open} />;
}

function open(key: string) {
  if (isTab(key)) void Taro.switchTab({ url: tabPages[key] });
  else if (key === 'guide' || key === 'manager') void Taro.navigateTo({ url: desks[key].url });
}

function isTab(key: string): key is ShopTab {
  return key in tabPages;
}
