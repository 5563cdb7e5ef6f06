import { promotionText } from '../../../cloudfunctions/domains/promotions/rules/text';
import { soonText } from '../../kit/shopTime';
import type { Promotion } from './productOffers';

const labels: Readonly<Record<Promotion['terms']['kind'], string>> = {
  flash: '秒杀',
  exchange: '积分兑换',
  timed: '限时折扣',
  member: '会员价',
  bundle: '套餐',
  nth: '多件优惠',
  off: '满减',
  rate: '满折',
  gift: '满赠',
  add_on: '换购',
  free_freight: '包邮',
};

/** A promotion in the bar of a product: its kind in a pill, and what it gives in one line. */
export function offerLine(promotion: Promotion) {
  return { label: labels[promotion.terms.kind], text: promotionText(promotion) };
}

/** What else there is to say of a promotion, a line each: until when, and what it does not go with. */
export function offerNotes(
  { endsAt, withPromotions, withCoupons, audience, standing }: Promotion,
  nowMs: number,
): string[] {
  const { memberUses } = standing;
  return [
    ...(lastsLong(endsAt, nowMs) ? [] : [`${soonText(endsAt, nowMs)} 结束`]),
    ...(audience.newBuyers ? ['新客专享'] : []),
    ...(memberUses === null ? [] : [`您还可用 ${memberUses} 次`]),
    ...(withPromotions ? [] : ['不与其他优惠同享']),
    ...(withCoupons ? [] : ['不可用券']),
  ];
}

/** What ends in more than a year has no end that anybody needs to know. */
function lastsLong(endsAt: number, nowMs: number): boolean {
  return endsAt - nowMs > 365 * 86_400_000;
}
