import { View } from '@tarojs/components';
import { CellGroup } from '../../../ui/Cell';
import { ByChips } from '../form/ByChips';
import type { LevelName } from '../form/levels';
import { UnitField } from '../form/UnitField';
import type { GivenBy, GivenOn } from './couponForm';
import { givenByLines, givenByNames, givenOnNames } from './couponWords';
import type { CouponAtWork } from './useCouponForm';

const ways: readonly (readonly [GivenBy, string])[] = entriesOf(givenByNames);
const events: readonly (readonly [GivenOn, string])[] = entriesOf(givenOnNames);

interface GivingSectionProps {
  work: CouponAtWork;
  levels: readonly LevelName[];
}

/** How people come by it, with what that way asks. */
export function GivingSection({ work, levels }: GivingSectionProps) {
  const { form, change } = work;
  return (
    <CellGroup title="怎么发">
      <ByChips options={ways} current={form.givenBy} onChoose={(givenBy) => change({ givenBy })} />
      <View className="form-hint">{givenByLines[form.givenBy]}</View>
      <WayFields work={work} levels={levels} />
    </CellGroup>
  );
}

function WayFields({ work, levels }: GivingSectionProps) {
  const { form, faults, change } = work;
  switch (form.givenBy) {
    case 'claim':
    case 'code':
    case 'targeted':
      return null;
    case 'packet':
      return (
        <>
          <UnitField
            label="红包里有"
            unit="张"
            placeholder="2 到 50"
            value={form.packetPieces}
            error={faults['giving.pieces']}
            onChange={(packetPieces) => change({ packetPieces })}
          />
          <UnitField
            label="付款满"
            unit="元"
            placeholder="不填就每单都得"
            value={form.packetAtLeast}
            error={faults['giving.atLeast']}
            onChange={(packetAtLeast) => change({ packetAtLeast })}
          />
        </>
      );
    case 'points':
      return (
        <UnitField
          label="需要"
          unit="积分"
          value={form.points}
          error={faults['giving.points']}
          onChange={(points) => change({ points })}
        />
      );
    case 'event':
      return (
        <>
          <ByChips
            label="什么时候"
            options={events}
            current={form.givenOn}
            onChoose={(givenOn) => change({ givenOn })}
          />
          <EventFields work={work} levels={levels} />
        </>
      );
  }
}

function EventFields({ work, levels }: GivingSectionProps) {
  const { form, faults, change } = work;
  switch (form.givenOn) {
    case 'joined':
    case 'birthday':
      return null;
    case 'level_up':
      return (
        <ByChips
          label="升到"
          options={levels
            .filter(({ level }) => level > 0)
            .map(({ level, name }) => [String(level), name] as const)}
          current={String(form.level)}
          onChoose={(level) => change({ level: Number(level) })}
        />
      );
    case 'paid':
      return (
        <UnitField
          label="付款满"
          unit="元"
          placeholder="不填就每单都发"
          value={form.paidAtLeast}
          error={faults['giving.atLeast']}
          onChange={(paidAtLeast) => change({ paidAtLeast })}
        />
      );
    case 'streak':
      return (
        <UnitField
          label="连续签到"
          unit="天"
          value={form.streakDays}
          error={faults['giving.days']}
          onChange={(streakDays) => change({ streakDays })}
        />
      );
  }
}

function entriesOf<Key extends string>(
  names: Readonly<Record<Key, string>>,
): (readonly [Key, string])[] {
  return (Object.keys(names) as Key[]).map((key) => [key, names[key]] as const);
}
