import { BoardScreen } from '../../../features/after-sales/BoardScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** The shop's after-sales. */
export default function ManagerAfterSalesPage() {
  return (
    <ForStaff role="manager" title="售后处理">
      <BoardScreen />
    </ForStaff>
  );
}
