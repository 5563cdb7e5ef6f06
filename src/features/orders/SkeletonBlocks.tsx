import { View } from '@tarojs/components';
import { Bone } from '../../ui/Skeleton';
import { Block } from './Block';

/** Lines of goods before they come. */
export function LinesSkeleton({ count }: { count: number }) {
  return (
    <Block>
      {Array.from({ length: count }, (_, row) => (
        <View key={row} className="line-row">
          <Bone shape="thumb" />
          <View className="line-row__words">
            <Bone shape="line" />
            <Bone shape="line" width="half" />
          </View>
        </View>
      ))}
    </Block>
  );
}

/** Amounts before they come. */
export function AmountsSkeleton() {
  return (
    <Block>
      <Bone shape="line" />
      <Bone shape="line" />
      <Bone shape="title" width="third" />
    </Block>
  );
}
