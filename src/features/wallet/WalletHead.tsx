import { View } from '@tarojs/components';
import { Price } from '../../ui/Price';
import type { MyWallet } from './words';
import './WalletHead.scss';

/** The balance, and its two purses apart. */
export function WalletHead({ mine: { principalFen, giftFen, plans } }: { mine: MyWallet }) {
  return (
    <View className="wallet-head">
      <View className="wallet-head__label">余额</View>
      <View className="wallet-head__sum">
        <Price fen={principalFen + giftFen} size="large" tone="ink" />
      </View>
      <View className="wallet-head__purses">
        <View className="wallet-head__purse">
          <View className="wallet-head__label">本金</View>
          <Price fen={principalFen} tone="ink" />
        </View>
        <View className="wallet-head__purse">
          <View className="wallet-head__label">赠送</View>
          <Price fen={giftFen} tone="ink" />
        </View>
      </View>
      {plans.length === 0 ? (
        <View className="wallet-head__closed">暂不开放充值，已有余额可正常使用</View>
      ) : null}
    </View>
  );
}
