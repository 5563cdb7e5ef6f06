import { SalesScreen } from '../../../features/after-sales/SalesScreen';

/** My after-sales. */
export default function AfterSalesPage() {
  return <SalesScreen />;
}
