import { useState } from 'react';
import { phoneNow } from '../../../kit/clock';
import { useAsk } from '../../../kit/useAsk';
import { Ask } from '../../../ui/Ask';
import { Page } from '../../../ui/Page';
import { FormSkeleton } from '../form/FormSkeleton';
import { KindList, Unfinished } from '../form/KindList';
import { copiedCoupon } from './copiedCoupon';
import { CouponEditor } from './CouponEditor';
import { newCouponForm, type CouponForm } from './couponForm';
import { couponKindName, couponKinds } from './couponWords';
import { keptCoupon } from './keptCoupon';

/** Makes a batch of coupons: its kind first, then one form. `copyOf` starts from another batch. */
export function CouponEditScreen({ copyOf }: { copyOf: string | undefined }) {
  const [first, setFirst] = useState<CouponForm | null>(null);
  if (first !== null) return <CouponEditor first={first} onOtherKind={() => setFirst(null)} />;
  if (copyOf !== undefined) return <Copied batchId={copyOf} />;
  return <ChooseKind onChoose={setFirst} />;
}

function ChooseKind({ onChoose }: { onChoose: (first: CouponForm) => void }) {
  const [kept] = useState(keptCoupon);
  return (
    <Page title="新建优惠券">
      {kept === null ? null : (
        <Unfinished
          name={[couponKindName(kept.kind), kept.name].filter((part) => part !== '').join(' · ')}
          onGoOn={() => onChoose(kept)}
        />
      )}
      <KindList
        kinds={couponKinds}
        onChoose={(kind) => onChoose(newCouponForm(kind, phoneNow()))}
      />
    </Page>
  );
}

function Copied({ batchId }: { batchId: string }) {
  const state = useAsk(() => copiedCoupon(batchId, phoneNow()), batchId);
  if (state.phase === 'ready') return <CouponEditor first={state.value} />;
  return (
    <Page title="复制优惠券">
      <Ask state={state} skeleton={<FormSkeleton />}>
        {() => null}
      </Ask>
    </Page>
  );
}
