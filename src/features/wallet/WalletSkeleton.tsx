import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './Entries.scss';
import './Plans.scss';
import './WalletHead.scss';

/** My stored value before it comes. */
export function WalletSkeleton() {
  return (
    <Skeleton>
      <View className="wallet-head">
        <Bone shape="line" width="third" />
        <Bone shape="title" width="half" />
        <Bone shape="line" width="most" />
      </View>
      <View className="plans">
        <Bone shape="line" width="third" />
        <View className="plans__tiles">
          {[1, 2, 3, 4].map((tile) => (
            <View key={tile} className="plans__tile">
              <Bone shape="title" width="half" />
            </View>
          ))}
        </View>
      </View>
      <View className="wallet-entries">
        {[1, 2, 3].map((row) => (
          <View key={row} className="wallet-entries__entry">
            <View className="wallet-entries__words">
              <Bone shape="line" width="half" />
              <Bone shape="line" width="third" />
            </View>
          </View>
        ))}
      </View>
    </Skeleton>
  );
}
