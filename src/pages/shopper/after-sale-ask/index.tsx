import { useRouter } from '@tarojs/taro';
import { AskScreen } from '../../../features/after-sales/AskScreen';

/** The form of an after-sale of an order. */
export default function AfterSaleAskPage() {
  const { orderId = '', line = '' } = useRouter().params;
  return <AskScreen orderId={orderId} line={Number(line)} />;
}
