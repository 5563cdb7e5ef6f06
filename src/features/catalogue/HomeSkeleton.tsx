import { View } from '@tarojs/components';
import { Bone, Skeleton, SkeletonCards } from '../../ui/Skeleton';
import './HomeSkeleton.scss';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The home page before its answer: banner, two rows of categories, cards. */
export function HomeSkeleton() {
  return (
    <>
      <Skeleton className="home-skeleton">
        <Bone shape="banner" />
        <View className="home-skeleton__categories">
          {ten.map((one) => (
            <View key={one} className="home-skeleton__category" />
          ))}
        </View>
      </Skeleton>
      <SkeletonCards count={2} />
    </>
  );
}
