import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';

/** Rows before they come. */
export function RowsSkeleton() {
  return (
    <Skeleton>
      <View className="rows__total">
        <Bone shape="line" width="third" />
      </View>
      <View className="rows__card">
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <View key={row} className="rows__row">
            <Bone shape="line" width="third" />
            <Bone shape="line" width="most" />
          </View>
        ))}
      </View>
    </Skeleton>
  );
}
