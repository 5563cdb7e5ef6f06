import { CellGroup } from '../../../ui/Cell';
import { Bone, Skeleton } from '../../../ui/Skeleton';

/** A form before what it copies is there. */
export function FormSkeleton() {
  return (
    <Skeleton>
      <CellGroup>
        <Bone shape="title" />
        <Bone shape="title" />
        <Bone shape="title" />
      </CellGroup>
      <CellGroup>
        <Bone shape="title" />
        <Bone shape="title" />
      </CellGroup>
    </Skeleton>
  );
}
