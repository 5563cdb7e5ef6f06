import { useState } from 'react';
import { CellGroup } from '../../../ui/Cell';
import { SwitchCell } from '../../../ui/SwitchCell';
import { ChoiceRow } from '../form/ChoiceRow';
import { UnitField } from '../form/UnitField';
import type { PromotionAtWork } from './usePromotionForm';

/** How much it may give, and what it goes together with. */
export function PromotionLimits({ work }: { work: PromotionAtWork }) {
  const { form, faults, change } = work;
  const [more, setMore] = useState(false);
  return (
    <>
      <CellGroup title="限制（不填就不限）">
        <UnitField
          label="预算"
          unit="元"
          placeholder="让利到这么多就停"
          value={form.budget}
          error={faults['budget']}
          onChange={(budget) => change({ budget })}
        />
        <UnitField
          label="总次数"
          unit="单"
          placeholder="不限"
          value={form.uses}
          error={faults['uses']}
          onChange={(uses) => change({ uses })}
        />
        <UnitField
          label="每人次数"
          unit="单"
          placeholder="不限"
          value={form.usesPerMember}
          error={faults['usesPerMember']}
          onChange={(usesPerMember) => change({ usesPerMember })}
        />
      </CellGroup>
      <CellGroup title="叠加">
        <SwitchCell
          title="可与其他活动同享"
          note="关掉后，用了它的商品不再参加其他活动"
          on={form.withPromotions}
          onChange={(withPromotions) => change({ withPromotions })}
        />
        <SwitchCell
          title="可用优惠券"
          note="关掉后，用了它的商品不能再用券"
          on={form.withCoupons}
          onChange={(withCoupons) => change({ withCoupons })}
        />
      </CellGroup>
      <CellGroup>
        <ChoiceRow
          label="高级"
          value={more ? '收起' : `优先级 ${form.priority}`}
          quiet
          onTap={() => setMore(!more)}
        />
        {more || faults['priority'] !== undefined ? (
          <UnitField
            label="优先级"
            unit=""
            placeholder="0 到 999，大的先算"
            value={form.priority}
            error={faults['priority']}
            onChange={(priority) => change({ priority })}
          />
        ) : null}
      </CellGroup>
    </>
  );
}
