import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { BottomBar } from '../../../ui/BottomBar';
import { CellGroup } from '../../../ui/Cell';
import { Field } from '../../../ui/Field';
import { Page } from '../../../ui/Page';
import { AudienceSection } from '../form/AudienceSection';
import { ChoiceRow } from '../form/ChoiceRow';
import { FaultLine } from '../form/FaultLine';
import type { LevelName } from '../form/levels';
import { ScopeSection } from '../form/ScopeSection';
import { TimeField } from '../form/TimeField';
import { PreviewCard } from '../preview/PreviewCard';
import { PreviewSum } from '../preview/PreviewSum';
import { triedNote } from '../preview/triedNote';
import { openPromotion, showMadePromotion } from '../routes';
import { useLevels } from '../useLevels';
import { kindFacts } from './kinds';
import { LevelTried } from './LevelTried';
import { PromotionLimits } from './PromotionLimits';
import type { PromotionForm } from './promotionForm';
import { TermsSection } from './TermsSection';
import { usePromotionForm, type PromotionAtWork } from './usePromotionForm';
import '../form/form.scss';

interface PromotionEditorProps {
  first: PromotionForm;
  /** Back to the list of kinds; a copy keeps its kind. */
  onOtherKind?: () => void;
}

/** The form of a promotion, with what a sample cart would pay under it at the end and in the bar. */
export function PromotionEditor({ first, onOtherKind }: PromotionEditorProps) {
  const levels = useLevels();
  const [level, setLevel] = useState<number | null>(null);
  const work = usePromotionForm(first, level, showMadePromotion);
  const { form, faults, preview, change } = work;
  const otherId = work.said?.otherId ?? null;
  const { name, namesGoods } = kindFacts(form.kind);
  const bar = (
    <BottomBar>
      <PreviewSum breakdown={preview.breakdown} />
      <Button id="make-promotion" loading={work.busy} onTap={() => void work.save()}>
        创建活动
      </Button>
    </BottomBar>
  );
  return (
    <Page title={onOtherKind === undefined ? '复制活动' : '新建活动'} bar={bar}>
      <Basics work={work} kindName={name} onOtherKind={onOtherKind} />
      <TermsSection
        kind={form.kind}
        terms={form.terms}
        levels={levels}
        faults={faults}
        onOther={otherId === null ? undefined : () => openPromotion(otherId)}
        onChange={work.changeTerms}
      />
      {namesGoods ? null : (
        <ScopeSection
          title={form.kind === 'free_freight' ? '哪些商品算门槛' : '哪些商品参加'}
          scope={form.scope}
          fault={faults['scope']}
          onChange={(part) => change({ scope: { ...form.scope, ...part } })}
        />
      )}
      <AudienceSection
        audience={form.audience}
        levels={levels}
        fault={faults['audience']}
        onChange={(part) => change({ audience: { ...form.audience, ...part } })}
      />
      <PromotionLimits work={work} />
      <TriedCard work={work} levels={levels} level={level} onLevel={setLevel} />
    </Page>
  );
}

interface TriedCardProps {
  work: PromotionAtWork;
  levels: readonly LevelName[];
  level: number | null;
  onLevel: (level: number) => void;
}

/** What a sample pays; 会员价 by a level that can be chosen. */
function TriedCard({ work: { form, preview }, levels, level, onLevel }: TriedCardProps) {
  return (
    <PreviewCard
      preview={preview}
      names={['不参加活动', '参加后']}
      note={triedNote(preview.tried, levels, preview.shopNow())}
    >
      {form.kind === 'member' ? (
        <LevelTried rates={form.terms.rates} levels={levels} level={level} onChoose={onLevel} />
      ) : null}
    </PreviewCard>
  );
}

interface BasicsProps {
  work: PromotionAtWork;
  kindName: string;
  onOtherKind: (() => void) | undefined;
}

function Basics({ work, kindName, onOtherKind }: BasicsProps) {
  const { form, faults, change } = work;
  return (
    <>
      <CellGroup>
        <ChoiceRow label="活动类型" value={kindName} onTap={onOtherKind} />
        <Field
          label="活动名称"
          value={form.name}
          placeholder="顾客会看到，如 双十一满减"
          maxLength={30}
          error={faults['name']}
          onChange={(name) => change({ name })}
        />
      </CellGroup>
      <CellGroup title="时间">
        <TimeField
          label="开始"
          atMs={form.startsAt}
          atOnce="立即开始"
          onChange={(startsAt) => change({ startsAt })}
        />
        <TimeField
          label="结束"
          atMs={form.endsAt}
          onChange={(endsAt) => change({ endsAt: endsAt ?? form.endsAt })}
        />
        <FaultLine say={faults['time']} />
      </CellGroup>
    </>
  );
}
