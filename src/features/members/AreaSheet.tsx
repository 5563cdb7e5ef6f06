import { useState } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Wheels } from '../../ui/Wheels';
import { positionsOf, regionWheels, turned, type Place, type Regions } from './regionWheels';

interface AreaSheetProps {
  open: boolean;
  regionCode: string;
  onClose: () => void;
  onChoose: (place: Place) => void;
}

/** Wheels of provinces, cities and districts; the tables are asked for when it first opens. */
export function AreaSheet({ open, regionCode, onClose, onChoose }: AreaSheetProps) {
  const state = useAsk(() => ask('members.regions', {}));
  const [at, setAt] = useState<readonly number[] | null>(null);
  const regions = state.phase === 'ready' ? state.value : null;
  return (
    <Sheet
      open={open}
      title="选择所在地区"
      onClose={onClose}
      foot={
        <Button
          id="confirm-area"
          disabled={regions === null}
          onTap={() => {
            const place = regions === null ? null : placeAt(regions, at, regionCode);
            if (place !== null) onChoose(place);
          }}
        >
          确定
        </Button>
      }
    >
      <Ask state={state} skeleton={<WheelsSkeleton />}>
        {(value) => {
          const wanted = at ?? positionsOf(value, regionCode);
          const wheels = regionWheels(value, wanted);
          return (
            <Wheels
              columns={wheels.columns}
              chosen={wheels.chosen}
              onChange={(next) => setAt(turned(wheels.chosen, next))}
            />
          );
        }}
      </Ask>
    </Sheet>
  );
}

function placeAt(regions: Regions, at: readonly number[] | null, regionCode: string): Place | null {
  return regionWheels(regions, at ?? positionsOf(regions, regionCode)).place;
}

function WheelsSkeleton() {
  return (
    <Skeleton>
      <Bone shape="title" />
      <Bone shape="title" />
      <Bone shape="title" />
      <Bone shape="title" />
    </Skeleton>
  );
}
