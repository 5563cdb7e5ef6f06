import { useMemo } from 'react';
import { ask, type Declined } from '../../../cloud';
import { phoneNow } from '../../../kit/clock';
import { isSound, type Faults } from '../form/reading';
import { useKept } from '../form/useKept';
import { useSaving } from '../form/useSaving';
import { needOf } from '../preview/reaching';
import { sideSkuIds, tryPromotion } from '../preview/tried';
import { usePreview, type PreviewAsked } from '../preview/usePreview';
import { wholeTyped } from '../form/typed';
import { promotionKey } from './keptPromotion';
import { pricedParts, readPromotion, type ReadPromotion } from './promotionDraft';
import type { PromotionForm, TermsForm } from './promotionForm';
import { placeOfRefusal } from './refusedAt';
import { seedOf } from './seedOf';

/** A promotion being written: what is typed, what is wrong with it, what it would do, and its making. */
export function usePromotionForm(
  first: PromotionForm,
  level: number | null,
  onMade: (promotionId: string) => void,
) {
  const { form, setForm, forget } = useKept(promotionKey, first);
  const read = useMemo(() => readPromotion(form, phoneNow()), [form]);
  const asked = useMemo(() => askedOf(form, read, level), [form, read, level]);
  const preview = usePreview(asked);
  const saving = useSaving(form, {
    read: () => readPromotion(form, preview.shopNow()),
    send: async (key, draft) => (await ask('promotions.create', { key, draft })).promotionId,
    placeOf: (refused: Declined) => placeOfRefusal(refused, form),
    onMade: (promotionId) => {
      forget();
      onMade(promotionId);
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
    said,
    preview,
    busy: saving.busy,
    save: saving.save,
    change: (part: Partial<PromotionForm>) => setForm((before) => ({ ...before, ...part })),
    changeTerms: (part: Partial<TermsForm>) =>
      setForm((before) => ({ ...before, terms: { ...before.terms, ...part } })),
  };
}

export type PromotionAtWork = ReturnType<typeof usePromotionForm>;

function askedOf(
  form: PromotionForm,
  { draft, faults }: ReadPromotion,
  level: number | null,
): PreviewAsked {
  const isReadable = isSound(faults, pricedParts);
  return {
    seed: seedOf(form, draft),
    need: isReadable ? needOf(draft.terms) : { by: 'pieces', atLeast: 0 },
    pieces: Object.fromEntries(
      form.kind === 'bundle'
        ? form.terms.items.map((item) => [item.product.productId, wholeTyped(item.quantity) ?? 1])
        : [],
    ),
    sideSkuIds: sideSkuIds(draft.terms),
    tried: isReadable ? (nowMs) => tryPromotion(draft, level, nowMs) : null,
  };
}
