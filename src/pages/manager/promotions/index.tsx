import { ForStaff } from '../../../features/guides/ForStaff';
import { PromotionsScreen } from '../../../features/offers/promotions/PromotionsScreen';

/** Every promotion of the shop. */
export default function ManagerPromotionsPage() {
  return (
    <ForStaff role="manager" title="促销活动">
      <PromotionsScreen />
    </ForStaff>
  );
}
