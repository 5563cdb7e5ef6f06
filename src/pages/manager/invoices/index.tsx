import { ForStaff } from '../../../features/guides/ForStaff';
import { InvoicesScreen } from '../../../features/orders/InvoicesScreen';

/** Requests for invoices. */
export default function ManagerInvoicesPage() {
  return (
    <ForStaff role="manager" title="开票申请">
      <InvoicesScreen />
    </ForStaff>
  );
}
