import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';

/** Cards of offers before they come. */
export function OffersSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Skeleton>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="offer-card">
          <Bone shape="title" width="most" />
          <Bone shape="line" />
          <Bone shape="line" width="half" />
          <Bone shape="title" />
        </View>
      ))}
    </Skeleton>
  );
}
