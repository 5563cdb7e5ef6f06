import { useRouter } from '@tarojs/taro';
import { SaleScreen } from '../../../features/after-sales/SaleScreen';

/** One of my after-sales. */
export default function AfterSalePage() {
  const { id = '' } = useRouter().params;
  return <SaleScreen afterSaleId={id} />;
}
