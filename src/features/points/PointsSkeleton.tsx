import { View } from '@tarojs/components';
import { CellGroup } from '../../ui/Cell';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './PointsScreen.scss';

/** My points before they come. */
export function PointsSkeleton() {
  return (
    <Skeleton>
      <View className="points-balance">
        <Bone shape="line" width="third" />
        <Bone shape="title" width="half" />
        <Bone shape="line" width="most" />
      </View>
      <CellGroup>
        {Array.from({ length: 5 }, (_, index) => (
          <View key={index} className="points-entry">
            <View className="points-entry__words">
              <Bone shape="line" width="half" />
              <Bone shape="line" width="third" />
            </View>
          </View>
        ))}
      </CellGroup>
    </Skeleton>
  );
}
