import type { Buyer } from '../../../../cloudfunctions/domains/cart/rules/facts';
import type { Coupon, CouponDraft } from '../../../../cloudfunctions/domains/coupons/schema';
import type {
  Promotion,
  PromotionDraft,
  PromotionTerms,
} from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { Audience } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import { day } from '../../../../cloudfunctions/kit/time';
import type { Tried } from './pair';

/** The id of what is tried: no offer of the shop has it. */
export const triedId = 'tried';

/** Shanghai: where a sample goes when freight is looked at. */
const regionCode = '310104';

/** A promotion that is being written, tried at its beginning by somebody of `level` whom it is for. */
export function tryPromotion(draft: PromotionDraft, level: number | null, nowMs: number): Tried {
  const { limits, terms, withCoupons, ...shared } = draft;
  const promotion: Promotion = {
    ...shared,
    name: shared.name === '' ? '本活动' : shared.name,
    promotionId: triedId,
    terms,
    withCoupons: withCoupons ?? true,
    standing: {
      leftFen: limits.budgetFen,
      leftUses: limits.uses,
      memberUses: limits.usesPerMember,
      memberPieces: 'mostPerMember' in terms ? terms.mostPerMember : null,
      pieces: piecesOf(terms),
    },
  };
  return {
    promotion,
    coupon: null,
    atMs: Math.max(nowMs, draft.startsAt),
    buyer: buyerFor(draft.audience, level ?? firstRated(terms)),
    regionCode: terms.kind === 'free_freight' ? regionCode : null,
  };
}

/** A coupon that is being written, tried as soon as somebody whom it is for can use it. */
export function tryCoupon(draft: CouponDraft, nowMs: number): Tried {
  const { name, terms, thresholdFen, scope, validity, opensAt } = draft;
  const startsAt = validity.by === 'dates' ? validity.fromAt : opensAt;
  const endsAt = validity.by === 'dates' ? validity.untilAt : opensAt + validity.days * day;
  const coupon: Coupon = {
    couponId: triedId,
    batchId: triedId,
    name: name === '' ? '这张券' : name,
    terms,
    thresholdFen,
    scope,
    state: 'available',
    startsAt,
    endsAt,
  };
  return {
    promotion: null,
    coupon,
    atMs: Math.max(nowMs, startsAt),
    buyer: buyerFor(draft.audience, null),
    regionCode: terms.kind === 'freight' ? regionCode : null,
  };
}

/** Somebody whom an offer is for. */
function buyerFor(audience: Audience, level: number | null): Buyer {
  return {
    level: level ?? audience.levels[0] ?? 0,
    tags: audience.tags,
    storeId: audience.storeIds[0] ?? null,
    newBuyer: audience.newBuyers,
  };
}

/** 会员价 is tried by the first level that it is for. */
function firstRated(terms: PromotionTerms): number | null {
  return terms.kind === 'member' ? (terms.rates[0]?.level ?? null) : null;
}

function piecesOf(terms: PromotionTerms): Record<string, number> {
  if (terms.kind !== 'flash' && terms.kind !== 'exchange') return {};
  return Object.fromEntries(terms.goods.map(({ skuId, pieces }) => [skuId, pieces]));
}

/** The SKUs that a promotion gives or sells beside the cart. */
export function sideSkuIds(terms: PromotionTerms): string[] {
  if (terms.kind === 'gift') return terms.tiers.map(({ skuId }) => skuId).filter((id) => id !== '');
  return terms.kind === 'add_on' ? terms.goods.map(({ skuId }) => skuId) : [];
}
