import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { shopTime } from '../../kit/shopTime';
import { purseName, signedYuan, type WalletEntry } from './words';
import './Entries.scss';

/** What moved my stored value, newest first. */
export function Entries({ entries }: { entries: readonly WalletEntry[] }) {
  return (
    <View className="wallet-entries">
      <View className="wallet-entries__title">余额明细</View>
      {entries.length === 0 ? (
        <View className="wallet-entries__none">还没有充值和使用记录</View>
      ) : (
        entries.map((entry) => <Entry key={entry.entryId} entry={entry} />)
      )}
    </View>
  );
}

function Entry({ entry: { say, purse, fen, madeAt } }: { entry: WalletEntry }) {
  return (
    <View className="wallet-entries__entry">
      <View className="wallet-entries__words">
        <View className="wallet-entries__say">{say}</View>
        <View className="wallet-entries__note">
          {purseName(purse)} · {shopTime(madeAt)}
        </View>
      </View>
      <View className={classes('wallet-entries__sum', fen > 0 && 'wallet-entries__sum--in')}>
        {signedYuan(fen)}
      </View>
    </View>
  );
}
