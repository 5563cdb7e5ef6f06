import { useRouter } from '@tarojs/taro';
import { ShipScreen } from '../../../features/delivery/ShipScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** What waits to leave the shop; `tab` in the address opens a tab. */
export default function ManagerShipPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="发货">
      <ShipScreen firstTab={params['tab']} />
    </ForStaff>
  );
}
