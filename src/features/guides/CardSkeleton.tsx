import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './CardSkeleton.scss';

/** A card before it is made. */
export function CardSkeleton() {
  return (
    <Skeleton>
      <View className="card-bones">
        <View className="card-bones__card">
          <Bone shape="line" width="third" />
          <Bone shape="line" />
          <View className="card-bones__picture" />
        </View>
        <Bone shape="face" />
      </View>
      <View className="card-bones__facts">
        <Bone shape="line" />
        <Bone shape="line" />
        <Bone shape="line" width="most" />
      </View>
    </Skeleton>
  );
}
