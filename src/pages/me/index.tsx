import { openSales } from '../../features/after-sales/routes';
import { MeScreen } from '../../features/members/MeScreen';
import { PreferenceSwitch } from '../../features/messaging/PreferenceSwitch';
import { OrdersRow } from '../../features/orders/OrdersRow';
import { GuideCard } from '../../features/referral/GuideCard';
import { ShopTabBar } from '../../features/shell/ShopTabBar';

/** The tab about me. */
export default function MePage() {
  return (
    <MeScreen
      tabBar={<ShopTabBar current="me" />}
      ordersRow={(counts) => <OrdersRow counts={counts} onAfterSales={openSales} />}
      guideCard={(guide) => <GuideCard guide={guide} />}
      preferences={<PreferenceSwitch />}
    />
  );
}
