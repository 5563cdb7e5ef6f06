import { nextAddOn, opensAddOn } from '../../../promotions/rules/add-on';
import { giftOf, nextGift } from '../../../promotions/rules/gift';
import type { Promotion } from '../../../promotions/schema/promotion';
import { sideMeasure } from '../search/gifts';
import { short, wrongGoods, type Told, type Why } from './words';

const droppedSays = {
  sold_out: '换购商品已售罄',
  wrong_goods: '换购商品已下架',
  used_up: '优惠额度不足',
};

/** Why no gift of a 满赠 comes. */
export function whyNoGift(promotion: Promotion, { plan, found }: Told): Why {
  const skipped = found.gifts.find((gift) => gift.promotion === promotion)?.skipped ?? null;
  if (skipped === 'sold_out') return { code: 'sold_out', say: '赠品已赠完' };
  if (skipped === 'not_served') return { code: 'not_served', say: '赠品无法送到该地区' };
  const rule = plan.gifts.rules.find((each) => each.promotion === promotion);
  if (rule === undefined || rule.places.length === 0) return wrongGoods;
  const goods = sideMeasure(rule, found.afterSets, plan.lines);
  const missing = giftOf(rule.terms, goods) === null ? nextGift(rule.terms, goods) : null;
  return missing === null ? wrongGoods : short(missing);
}

/** Why nothing of a 加价购 comes: it was not asked for, or what was asked for cannot be had. */
export function whyNoAddOn(promotion: Promotion, { plan, found }: Told): Why {
  const rule = plan.addOnRules.find((each) => each.promotion === promotion);
  if (rule === undefined || rule.places.length === 0) return wrongGoods;
  const dropped = plan.addOns.dropped.find((each) => each.promotion === promotion);
  if (dropped !== undefined && dropped.code !== 'short')
    return { code: dropped.code, say: droppedSays[dropped.code] };
  const sums = dropped === undefined ? found.afterSets : plan.first;
  const goods = sideMeasure(rule, sums, plan.lines);
  const missing = nextAddOn(rule.terms, goods);
  if (missing !== null) return short(missing);
  return opensAddOn(rule.terms, goods) ? { code: 'not_chosen', say: '可加价换购' } : wrongGoods;
}
