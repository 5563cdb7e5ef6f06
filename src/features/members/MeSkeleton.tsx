import { View } from '@tarojs/components';
import { CellGroup } from '../../ui/Cell';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './MeHead.scss';

/** The page about me before it comes. */
export function MeSkeleton() {
  return (
    <Skeleton>
      <View className="me-head">
        <Bone shape="face" />
        <View className="me-head__words">
          <Bone shape="title" width="half" />
          <Bone shape="line" width="most" />
        </View>
      </View>
      <CellGroup>
        <View className="me-skeleton">
          <Bone shape="line" width="third" />
          <Bone shape="title" />
        </View>
      </CellGroup>
      <CellGroup>
        <View className="me-skeleton">
          <Bone shape="title" />
          <Bone shape="title" />
          <Bone shape="title" />
        </View>
      </CellGroup>
    </Skeleton>
  );
}
