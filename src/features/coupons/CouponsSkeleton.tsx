import { View } from '@tarojs/components';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tickets } from '../../ui/Ticket';
import './CouponsSkeleton.scss';

/** Tickets before they come. */
export function CouponsSkeleton({ count = 4 }: { count?: number }) {
  return (
    <Skeleton>
      <Tickets>
        {Array.from({ length: count }, (_, index) => (
          <View key={index} className="coupon-bones">
            <View className="coupon-bones__worth" />
            <View className="coupon-bones__words">
              <Bone shape="title" width="half" />
              <Bone shape="line" width="most" />
              <Bone shape="line" width="third" />
            </View>
          </View>
        ))}
      </Tickets>
    </Skeleton>
  );
}
