import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './DeskSkeleton.scss';

/** The desk before its numbers. */
export function DeskSkeleton() {
  return (
    <Skeleton className="desk-bones">
      <View className="ui-skeleton__card">
        <View className="desk-bones__who">
          <Bone shape="face" />
          <View className="desk-bones__words">
            <Bone shape="line" width="half" />
          </View>
        </View>
        <Bone shape="line" width="third" />
        <Bone shape="title" width="half" />
        <Bone shape="line" />
        <Bone shape="line" />
      </View>
      <View className="ui-skeleton__card">
        <Bone shape="line" />
        <Bone shape="title" />
      </View>
      <View className="ui-skeleton__card">
        <Bone shape="title" width="third" />
        <Bone shape="line" />
        <Bone shape="line" width="most" />
        <Bone shape="line" />
      </View>
    </Skeleton>
  );
}
