import { OpenScreen } from '../../../features/after-sales/OpenScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** Begins an after-sale for a shopper. */
export default function ManagerAfterSaleOpenPage() {
  return (
    <ForStaff role="manager" title="发起售后">
      <OpenScreen />
    </ForStaff>
  );
}
