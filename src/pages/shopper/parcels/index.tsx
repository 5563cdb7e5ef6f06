import { useRouter } from '@tarojs/taro';
import { ParcelsScreen } from '../../../features/delivery/ParcelsScreen';

/** The way of the parcels of one of my orders. */
export default function ParcelsPage() {
  const { orderId = '' } = useRouter().params;
  return <ParcelsScreen orderId={orderId} />;
}
