import { ForStaff } from '../../../features/guides/ForStaff';
import { VisitsScreen } from '../../../features/guides/VisitsScreen';

/** Who came by a guide's cards. */
export default function GuideVisitsPage() {
  return (
    <ForStaff role="guide" title="客户来访">
      <VisitsScreen />
    </ForStaff>
  );
}
