import { CounterScreen } from '../../../features/delivery/CounterScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** What waits at a guide's own store. */
export default function GuideCounterPage() {
  return (
    <ForStaff role="guide" title="门店订单">
      <CounterScreen />
    </ForStaff>
  );
}
