import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Block } from './Block';

/** The checkout before it comes: where to, two lines, amounts. */
export function CheckoutSkeleton() {
  return (
    <Skeleton>
      <Block>
        <Bone shape="title" width="half" />
        <Bone shape="line" />
        <Bone shape="line" width="most" />
      </Block>
      <Block>
        {[0, 1].map((row) => (
          <View key={row} className="line-row">
            <Bone shape="thumb" />
            <View className="line-row__words">
              <Bone shape="line" />
              <Bone shape="line" width="half" />
            </View>
          </View>
        ))}
      </Block>
      <Block>
        <Bone shape="line" />
        <Bone shape="line" />
        <Bone shape="title" width="third" />
      </Block>
    </Skeleton>
  );
}
