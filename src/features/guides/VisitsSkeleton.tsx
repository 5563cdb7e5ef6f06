import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';

/** Visits before they come. */
export function VisitsSkeleton() {
  return (
    <Skeleton>
      <View className="visits__today">
        <Bone shape="line" width="third" />
      </View>
      <View className="visits__rows">
        {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
          <View key={row} className="visit">
            <Bone shape="face" />
            <View className="visit__words">
              <Bone shape="line" width="third" />
              <Bone shape="line" width="most" />
            </View>
          </View>
        ))}
      </View>
    </Skeleton>
  );
}
