import { OfMyOrdersScreen } from '../../../features/after-sales/OfMyOrdersScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** After-sales of a guide's orders. */
export default function GuideAfterSalesPage() {
  return (
    <ForStaff role="guide" title="顾客售后">
      <OfMyOrdersScreen />
    </ForStaff>
  );
}
