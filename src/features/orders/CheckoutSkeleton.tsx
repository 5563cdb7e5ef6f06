import { Bone, Skeleton } from '../../ui/Skeleton';
import { Block } from './Block';
import { AmountsSkeleton, LinesSkeleton } from './SkeletonBlocks';

/** The checkout before it comes: where to, two lines, amounts. */
export function CheckoutSkeleton() {
  return (
    <Skeleton>
      <Block>
        <Bone shape="title" width="half" />
        <Bone shape="line" />
        <Bone shape="line" width="most" />
      </Block>
      <LinesSkeleton count={2} />
      <AmountsSkeleton />
    </Skeleton>
  );
}
