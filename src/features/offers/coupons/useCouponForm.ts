import { useMemo } from 'react';
import { ask, type Declined } from '../../../cloud';
import { phoneNow } from '../../../kit/clock';
import { isSound, type Faults } from '../form/reading';
import { useKept } from '../form/useKept';
import { useSaving } from '../form/useSaving';
import { tryCoupon } from '../preview/tried';
import { usePreview, type PreviewAsked } from '../preview/usePreview';
import { pricedParts, readCoupon, type ReadCoupon } from './couponDraft';
import type { CouponForm } from './couponForm';
import { couponKey } from './keptCoupon';

const places: Readonly<Record<string, string>> = {
  ends_before_start: 'window',
  over_already: 'window',
  too_long: 'window',
  too_far: 'window',
  no_scope: 'scope',
  no_such_goods: 'scope',
  no_such_store: 'audience',
  no_such_level: 'audience',
  off_above_threshold: 'terms.off',
  limits_too_high: 'perMember',
  day_above_member: 'perDay',
  ends_while_open: 'validity',
  ends_too_far: 'validity',
};

/** A batch of coupons being written: what is typed, what is wrong with it, what it would do, and its making. */
export function useCouponForm(first: CouponForm, onMade: (batchId: string) => void) {
  const { form, setForm, forget } = useKept(couponKey, first);
  const read = useMemo(() => readCoupon(form, phoneNow()), [form]);
  const asked = useMemo(() => askedOf(read), [read]);
  const preview = usePreview(asked);
  const saving = useSaving(form, {
    read: () => readCoupon(form, preview.shopNow()),
    send: async (key, draft) => (await ask('coupons.createBatch', { key, draft })).batchId,
    placeOf: ({ code }: Declined) => places[code] ?? null,
    onMade: (batchId) => {
      forget();
      onMade(batchId);
    },
  });
  const { said, tried } = saving;
  const faults: Faults = {
    ...(tried ? read.faults : {}),
    ...(said === null ? {} : { [said.at]: said.say }),
  };
  return {
    form,
    faults,
    preview,
    busy: saving.busy,
    save: saving.save,
    change: (part: Partial<CouponForm>) => setForm((before) => ({ ...before, ...part })),
  };
}

export type CouponAtWork = ReturnType<typeof useCouponForm>;

const nothing = {};
const nothingBeside: readonly string[] = [];

function askedOf({ draft, faults }: ReadCoupon): PreviewAsked {
  return {
    seed: { of: 'scope', scope: draft.scope },
    need: { by: 'amount', atLeast: draft.thresholdFen },
    pieces: nothing,
    sideSkuIds: nothingBeside,
    tried: isSound(faults, pricedParts) ? (nowMs) => tryCoupon(draft, nowMs) : null,
  };
}
