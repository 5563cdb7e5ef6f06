import { BottomBar } from '../../../ui/BottomBar';
import { Button } from '../../../ui/Button';
import { CellGroup } from '../../../ui/Cell';
import { Field } from '../../../ui/Field';
import { Page } from '../../../ui/Page';
import { AudienceSection } from '../form/AudienceSection';
import { ChoiceRow } from '../form/ChoiceRow';
import { ScopeSection } from '../form/ScopeSection';
import { UnitField } from '../form/UnitField';
import { PreviewCard } from '../preview/PreviewCard';
import { PreviewSum } from '../preview/PreviewSum';
import { triedNote } from '../preview/triedNote';
import { showMadeCoupon } from '../routes';
import { useLevels } from '../useLevels';
import type { CouponForm } from './couponForm';
import { couponKindName } from './couponWords';
import { GivingSection } from './GivingSection';
import { useCouponForm, type CouponAtWork } from './useCouponForm';
import { ValiditySection, WindowSection } from './WhenSections';
import '../form/form.scss';

interface CouponEditorProps {
  first: CouponForm;
  /** Back to the list of kinds; a copy keeps its kind. */
  onOtherKind?: () => void;
}

/** The form of a batch of coupons, with what a sample cart would pay with one at the end and in the bar. */
export function CouponEditor({ first, onOtherKind }: CouponEditorProps) {
  const levels = useLevels();
  const work = useCouponForm(first, showMadeCoupon);
  const { form, faults, preview, change } = work;
  const bar = (
    <BottomBar>
      <PreviewSum breakdown={preview.breakdown} />
      <Button id="make-coupon" loading={work.busy} onTap={() => void work.save()}>
        创建优惠券
      </Button>
    </BottomBar>
  );
  return (
    <Page title={onOtherKind === undefined ? '复制优惠券' : '新建优惠券'} bar={bar}>
      <CellGroup>
        <ChoiceRow label="券类型" value={couponKindName(form.kind)} onTap={onOtherKind} />
        <Field
          label="名称"
          value={form.name}
          placeholder="顾客会看到，如 新客立减"
          maxLength={20}
          error={faults['name'] ?? ''}
          onChange={(name) => change({ name })}
        />
      </CellGroup>
      <CouponTermsSection work={work} />
      <ScopeSection
        title={form.kind === 'exchange' ? '可以换的商品' : '哪些商品能用'}
        scope={form.scope}
        fault={faults['scope']}
        onChange={(part) => change({ scope: { ...form.scope, ...part } })}
      />
      <ValiditySection work={work} />
      <GivingSection work={work} levels={levels} />
      <WindowSection work={work} />
      <AmountsSection work={work} />
      <AudienceSection
        audience={form.audience}
        levels={levels}
        fault={faults['audience']}
        onChange={(part) => change({ audience: { ...form.audience, ...part } })}
      />
      <PreviewCard
        preview={preview}
        names={['不用券', '用券后']}
        note={triedNote(preview.tried, levels, preview.shopNow())}
      />
    </Page>
  );
}

/** What one coupon gives. */
function CouponTermsSection({ work }: { work: CouponAtWork }) {
  const { form, faults, change } = work;
  const { kind } = form;
  if (kind === 'exchange') return null;
  return (
    <CellGroup title="优惠内容">
      {kind === 'percent' ? (
        <>
          <UnitField
            label="打"
            unit="折"
            placeholder="如 8.5"
            value={form.pays}
            error={faults['terms.pays']}
            onChange={(pays) => change({ pays })}
          />
          <UnitField
            label="最多减"
            unit="元"
            placeholder="不填就不封顶"
            value={form.cap}
            error={faults['terms.cap']}
            onChange={(cap) => change({ cap })}
          />
        </>
      ) : (
        <UnitField
          label={kind === 'freight' ? '减运费' : '减'}
          unit="元"
          placeholder={kind === 'freight' ? '不填就全免' : '0.00'}
          value={form.off}
          error={faults['terms.off']}
          onChange={(off) => change({ off })}
        />
      )}
      <UnitField
        label="门槛，满"
        unit="元"
        placeholder="不填就无门槛"
        value={form.threshold}
        error={faults['threshold']}
        onChange={(threshold) => change({ threshold })}
      />
    </CellGroup>
  );
}

/** How many there are, and how much they may give. */
function AmountsSection({ work }: { work: CouponAtWork }) {
  const { form, faults, change } = work;
  return (
    <CellGroup title="数量">
      <UnitField
        label="发放总量"
        unit="张"
        value={form.total}
        error={faults['total']}
        onChange={(total) => change({ total })}
      />
      <UnitField
        label="每人最多"
        unit="张"
        value={form.perMember}
        error={faults['perMember']}
        onChange={(perMember) => change({ perMember })}
      />
      <UnitField
        label="每人每天"
        unit="张"
        placeholder="不填就不限"
        value={form.perDay}
        error={faults['perDay']}
        onChange={(perDay) => change({ perDay })}
      />
      <UnitField
        label="预算"
        unit="元"
        placeholder="用掉这么多就不再发"
        value={form.budget}
        error={faults['budget']}
        onChange={(budget) => change({ budget })}
      />
    </CellGroup>
  );
}
