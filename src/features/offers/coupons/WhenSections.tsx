import { CellGroup } from '../../../ui/Cell';
import { ByChips } from '../form/ByChips';
import { FaultLine } from '../form/FaultLine';
import { TimeField } from '../form/TimeField';
import { UnitField } from '../form/UnitField';
import type { CouponAtWork } from './useCouponForm';

const ways = [
  ['days', '得到后几天内'],
  ['dates', '固定时间段'],
] as const;

/** When a coupon can be used. */
export function ValiditySection({ work }: { work: CouponAtWork }) {
  const { form, faults, change } = work;
  return (
    <CellGroup title="什么时候能用">
      <ByChips options={ways} current={form.validBy} onChoose={(validBy) => change({ validBy })} />
      {form.validBy === 'days' ? (
        <UnitField
          label="有效期"
          unit="天"
          value={form.days}
          error={faults['validity']}
          onChange={(days) => change({ days })}
        />
      ) : (
        <>
          <TimeField
            label="从"
            atMs={form.fromAt}
            atOnce="开始发放时"
            onChange={(fromAt) => change({ fromAt })}
          />
          <TimeField
            label="到"
            atMs={form.untilAt}
            onChange={(untilAt) => change({ untilAt: untilAt ?? form.untilAt })}
          />
          <FaultLine say={faults['validity']} />
        </>
      )}
    </CellGroup>
  );
}

/** When it is given. */
export function WindowSection({ work }: { work: CouponAtWork }) {
  const { form, faults, change } = work;
  return (
    <CellGroup title="什么时候发">
      <TimeField
        label="开始"
        atMs={form.opensAt}
        atOnce="立即开始"
        onChange={(opensAt) => change({ opensAt })}
      />
      <TimeField
        label="结束"
        atMs={form.closesAt}
        onChange={(closesAt) => change({ closesAt: closesAt ?? form.closesAt })}
      />
      <FaultLine say={faults['window']} />
    </CellGroup>
  );
}
