import { useRouter } from '@tarojs/taro';
import { WalletScreen } from '../../../features/wallet/WalletScreen';

/** My stored value; a browser that paid comes back with the recharge in its address. */
export default function WalletPage() {
  const { params } = useRouter();
  return <WalletScreen paidId={params['rechargeId']} />;
}
