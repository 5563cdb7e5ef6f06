import { View } from '@tarojs/components';
import { CellGroup } from '../../ui/Cell';
import { Bone, Skeleton } from '../../ui/Skeleton';
import './Figures.scss';
import './LevelRow.scss';
import './MeHead.scss';

/** The page about me before it comes. */
export function MeSkeleton() {
  return (
    <Skeleton>
      <View className="me-head">
        <View className="me-head__row">
          <Bone shape="face" />
          <View className="me-head__words">
            <Bone shape="title" width="half" />
            <Bone shape="line" width="most" />
          </View>
        </View>
        <View className="level-row">
          <Bone shape="line" width="most" />
        </View>
        <View className="figures">
          {['points', 'coupons', 'wallet'].map((figure) => (
            <View key={figure} className="figures__figure">
              <View className="figures__bone">
                <Bone shape="title" />
              </View>
            </View>
          ))}
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
