import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { RowsScreen } from '../../../features/reports/RowsScreen';
import { wantedIn } from '../../../features/reports/rowsWords';

/** What a number of the manager's desk counts. */
export default function ManagerRowsPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="明细">
      <RowsScreen wanted={wantedIn(params)} />
    </ForStaff>
  );
}
