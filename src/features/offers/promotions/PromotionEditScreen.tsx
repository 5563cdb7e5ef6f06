import { useState } from 'react';
import { phoneNow } from '../../../kit/clock';
import { useAsk } from '../../../kit/useAsk';
import { Ask } from '../../../ui/Ask';
import { Page } from '../../../ui/Page';
import { FormSkeleton } from '../form/FormSkeleton';
import { KindList, Unfinished } from '../form/KindList';
import { keptPromotion } from './keptPromotion';
import { kindFacts, kinds } from './kinds';
import { copiedPromotion } from './copiedPromotion';
import { PromotionEditor } from './PromotionEditor';
import { newPromotionForm, type PromotionForm } from './promotionForm';

/** Makes a promotion: its kind first, then one form. `copyOf` starts from another promotion. */
export function PromotionEditScreen({ copyOf }: { copyOf: string | undefined }) {
  const [first, setFirst] = useState<PromotionForm | null>(null);
  if (first !== null) {
    return <PromotionEditor first={first} onOtherKind={() => setFirst(null)} />;
  }
  if (copyOf !== undefined) return <Copied promotionId={copyOf} />;
  return <ChooseKind onChoose={setFirst} />;
}

function ChooseKind({ onChoose }: { onChoose: (first: PromotionForm) => void }) {
  const [kept] = useState(keptPromotion);
  return (
    <Page title="新建活动">
      {kept === null ? null : (
        <Unfinished
          name={[kindFacts(kept.kind).name, kept.name].filter((part) => part !== '').join(' · ')}
          onGoOn={() => onChoose(kept)}
        />
      )}
      <KindList kinds={kinds} onChoose={(kind) => onChoose(newPromotionForm(kind, phoneNow()))} />
    </Page>
  );
}

function Copied({ promotionId }: { promotionId: string }) {
  const state = useAsk(() => copiedPromotion(promotionId, phoneNow()), promotionId);
  if (state.phase === 'ready') return <PromotionEditor first={state.value} />;
  return (
    <Page title="复制活动">
      <Ask state={state} skeleton={<FormSkeleton />}>
        {() => null}
      </Ask>
    </Page>
  );
}
