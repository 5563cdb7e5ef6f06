import { CouponDraft } from '../../../../domains/coupons/schema';
import { PromotionDraft } from '../../../../domains/promotions/schema/promotion';
import { day } from '../../../../kit/time';
import { chanceOf, codeFrom, idAt } from '../random';
import type { Category, Product, Staff, Store, WorldOptions } from '../types';
import { batchPlans } from './coupon-plans';
import { orderPlans } from './order-offers';
import type { BatchPlan, PromotionPlan } from './plan';
import { pricePlans } from './prices';
import type { MadeBatch, MadePromotion, Offers, PromotionGood } from './rows';
import { daysAround } from './season';
import { shelfOf } from './shelf';

/** What offers are made of: the goods they are for, and who makes them. */
interface OfferedFor {
  readonly stores: readonly Store[];
  readonly staff: readonly Staff[];
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
}

/** How many codes the batch of codes has. */
const codes = 100;

/** Everything that the shop offers: drafts pass the same schemas as those of managers. */
export function makeOffers(options: WorldOptions, shop: OfferedFor): Offers {
  const { seed, nowMs } = options;
  const shelf = shelfOf({ nowMs, ...shop });
  const days = daysAround(nowMs);
  const managers = shop.staff.filter(({ role }) => role === 'manager');
  const madeBy = (at: number) => managers[at % Math.max(1, managers.length)]?.staffId ?? '';
  const promotions = [...pricePlans(shelf, days), ...orderPlans(shelf, days)].map((plan, at) =>
    promotionOf(options, plan, madeBy(at)),
  );
  return {
    promotions,
    goods: promotions.flatMap(goodsOf),
    batches: batchPlans(shelf, days).map((plan, at) => batchOf(options, plan, madeBy(at))),
    lotId: idAt(chanceOf(seed, 'lot'), nowMs - 60 * day),
    codes: Array.from({ length: codes }, (_, at) =>
      codeFrom(chanceOf(seed, 'code', at), 10).toUpperCase(),
    ),
  };
}

function promotionOf(
  { seed, nowMs }: WorldOptions,
  plan: PromotionPlan,
  madeBy: string,
): MadePromotion {
  const { key, stoppedAt = null, ...rest } = plan;
  const draft = PromotionDraft.parse(rest);
  const { kind } = draft.terms;
  const madeAt = Math.min(draft.startsAt - day, nowMs - day);
  return {
    key,
    promotionId: idAt(chanceOf(seed, 'promotion', key), madeAt),
    kind,
    draft,
    withCoupons: draft.withCoupons ?? (kind !== 'flash' && kind !== 'exchange'),
    stoppedAt,
    madeBy,
    madeAt,
  };
}

function goodsOf({ promotionId, draft: { terms } }: MadePromotion): PromotionGood[] {
  const none = { promotionId, points: 0, pieces: null };
  if (terms.kind === 'flash') return terms.goods.map((good) => ({ ...none, ...good }));
  if (terms.kind === 'exchange') return terms.goods.map((good) => ({ ...none, ...good }));
  if (terms.kind === 'gift')
    return terms.tiers.map(({ skuId }) => ({ ...none, skuId, priceFen: 0 }));
  if (terms.kind !== 'add_on') return [];
  return terms.goods.map(({ skuId, priceFen }) => ({ ...none, skuId, priceFen }));
}

function batchOf({ seed, nowMs }: WorldOptions, plan: BatchPlan, madeBy: string): MadeBatch {
  const { key, stoppedAt = null, ...rest } = plan;
  const draft = CouponDraft.parse(rest);
  const madeAt = Math.min(draft.opensAt - day, nowMs - day);
  return {
    key,
    batchId: idAt(chanceOf(seed, 'batch', key), madeAt),
    draft,
    stoppedAt,
    madeBy,
    madeAt,
  };
}
