import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Block } from './Block';
import { AmountsSkeleton, LinesSkeleton } from './SkeletonBlocks';
import './OrderHead.scss';

/** An order's page before it comes. */
export function OrderSkeleton() {
  return (
    <Skeleton>
      <View className="order-head">
        <Bone shape="face" />
        <View className="order-head__words">
          <Bone shape="title" width="third" />
          <Bone shape="line" width="most" />
        </View>
      </View>
      <Block>
        <Bone shape="line" width="half" />
        <Bone shape="line" width="most" />
      </Block>
      <LinesSkeleton count={1} />
      <AmountsSkeleton />
    </Skeleton>
  );
}
