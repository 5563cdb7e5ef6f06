import type { WatchedPromotion } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { ask } from '../../../cloud';
import { askNames, askSkus } from '../form/askNames';
import { audienceFormOf, scopeFormOf, type Names } from '../form/scopeForm';
import type { PickedSku } from '../form/picked';
import { typedFen, typedWhole } from '../form/typed';
import { signInToOffers } from '../signInToOffers';
import { newPromotionForm, type PromotionForm } from './promotionForm';
import { copiedTerms } from './copiedTerms';

/** The form of a promotion that stands, for another one like it. */
export async function copiedPromotion(promotionId: string, nowMs: number): Promise<PromotionForm> {
  await signInToOffers();
  const made = await ask('promotions.show', { promotionId });
  const bundled = made.terms.kind === 'bundle' ? made.terms.items : [];
  const [names, skus] = await Promise.all([
    askNames(
      made,
      bundled.map((item) => item.productId),
    ),
    askSkus(made.goods.map((good) => good.skuId)),
  ]);
  return formOf(made, { names, skus, nowMs });
}

interface Known {
  readonly names: Names;
  readonly skus: Readonly<Record<string, PickedSku>>;
  readonly nowMs: number;
}

/** A promotion as a form: what it gave stays, its time begins anew and lasts a week; what the shop no longer has is left out. */
export function formOf(made: WatchedPromotion, { names, skus, nowMs }: Known): PromotionForm {
  const { terms, limits } = made;
  const empty = newPromotionForm(terms.kind, nowMs);
  return {
    ...empty,
    name: made.name,
    priority: String(made.priority),
    scope: scopeFormOf(made.scope, names),
    audience: audienceFormOf(made.audience, names),
    withPromotions: made.withPromotions,
    withCoupons: made.withCoupons,
    budget: typedFen(limits.budgetFen),
    uses: typedWhole(limits.uses),
    usesPerMember: typedWhole(limits.usesPerMember),
    terms: { ...empty.terms, ...copiedTerms(terms, { names, skus }) },
  };
}
