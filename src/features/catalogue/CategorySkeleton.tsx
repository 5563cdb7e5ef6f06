import { View } from '@tarojs/components';
import { Bone, Skeleton, SkeletonRows } from '../../ui/Skeleton';
import './CategoryScreen.scss';
import './CategorySkeleton.scss';

const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** The category tab before its answer: a rail, a grid, rows. */
export function CategorySkeleton() {
  return (
    <View className="category">
      <View className="category__rail">
        <Skeleton>
          {nine.map((one) => (
            <View key={one} className="category__kind">
              <Bone shape="line" width="most" />
            </View>
          ))}
        </Skeleton>
      </View>
      <View className="category__inside">
        <Skeleton className="category-skeleton">
          {nine.map((one) => (
            <View key={one} className="category-skeleton__one" />
          ))}
        </Skeleton>
        <SkeletonRows count={3} />
      </View>
    </View>
  );
}
