import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';

/** The desk before its numbers. */
export function ManagerSkeleton() {
  return (
    <Skeleton className="manager__blocks">
      <View className="manager__column">
        <View className="ui-skeleton__card">
          <Bone shape="line" width="third" />
          <Bone shape="title" width="half" />
          <Bone shape="line" width="half" />
          <Bone shape="title" />
          <Bone shape="title" />
          <Bone shape="title" />
        </View>
        <View className="ui-skeleton__card">
          <Bone shape="title" width="third" />
          <Bone shape="banner" />
        </View>
      </View>
      <View className="manager__column">
        <View className="ui-skeleton__card">
          <Bone shape="title" width="third" />
          <Bone shape="title" />
          <Bone shape="title" />
          <Bone shape="title" />
        </View>
      </View>
    </Skeleton>
  );
}
