import type { PromotionDraft } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { plainText } from '../../../../cloudfunctions/kit/text';
import { newReading, type Faults } from '../form/reading';
import { readWindow } from '../form/readWindow';
import { allGoods, audienceOf, readScope } from '../form/scopeForm';
import { kindFacts } from './kinds';
import type { PromotionForm } from './promotionForm';
import { readTerms } from './readTerms';

/** A form as the shop takes it, with what is wrong with it. The draft is to be sent only without faults. */
export interface ReadPromotion {
  readonly draft: PromotionDraft;
  readonly faults: Faults;
}

/** The parts of a form that decide what a cart pays: without faults in these the preview can be drawn. */
export const pricedParts = ['terms', 'scope'] as const;

const longestName = 30;

/** Reads a form at `nowMs`, which is when a promotion starts that shall start at once. */
export function readPromotion(form: PromotionForm, nowMs: number): ReadPromotion {
  const reading = newReading();
  const name = plainText(form.name);
  if (name === '') reading.object('name', '给活动起个名字');
  else if (name.length > longestName) reading.object('name', `名称最多 ${longestName} 个字`);
  const startsAt = form.startsAt ?? nowMs;
  readWindow('time', { startsAt, endsAt: form.endsAt }, nowMs, reading);
  const { namesGoods } = kindFacts(form.kind);
  const draft = {
    name,
    startsAt,
    endsAt: form.endsAt,
    priority: reading.whole('priority', form.priority, { least: 0, most: 999 }),
    scope: readScope(namesGoods ? allGoods : form.scope, reading),
    audience: audienceOf(form.audience),
    withPromotions: form.withPromotions,
    withCoupons: form.withCoupons,
    limits: {
      budgetFen: reading.fenOrNone('budget', form.budget, { least: 1, most: 100_000_000_000 }),
      uses: reading.wholeOrNone('uses', form.uses, { least: 1, most: 10_000_000 }),
      usesPerMember: reading.wholeOrNone('usesPerMember', form.usesPerMember, {
        least: 1,
        most: 999,
      }),
    },
    terms: readTerms(form.kind, form.terms, reading),
  };
  return { draft, faults: reading.faults };
}
