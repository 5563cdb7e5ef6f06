import type { Input } from '../../cloud';
import { couponText } from '../../../cloudfunctions/domains/coupons/rules/text';
import { useOffers, type ShopOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import { offerLine, offerNotes } from './offerWords';

type Among = NonNullable<Input<'catalogue.products'>['among']>;

/** A promotion or coupon whose goods are listed: which they are, and what it gives in words. */
export interface OfferGoods {
  readonly among: Among;
  readonly label: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** The goods of a promotion, or of a coupon that the shopper has; null when it is over, or not hers. */
export function offerGoods(
  offerId: string,
  { offers, flash }: ShopOffers,
  nowMs: number,
): OfferGoods | null {
  const coupon = offers.coupons.find((one) => one.couponId === offerId);
  if (coupon !== undefined)
    return { among: coupon.scope, label: '优惠券', text: couponText(coupon), notes: [] };
  const promotion = offers.promotions.find((one) => one.promotionId === offerId);
  if (promotion === undefined || promotion.endsAt <= nowMs) return null;
  const { terms } = promotion;
  const words = { ...offerLine(promotion), notes: offerNotes(promotion, nowMs) };
  if (terms.kind === 'bundle')
    return { ...words, among: only(terms.items.map(({ productId }) => productId)) };
  if (terms.kind === 'flash') {
    const goods = flash.filter((good) => good.promotionId === offerId);
    return { ...words, among: only([...new Set(goods.map(({ productId }) => productId))]) };
  }
  return { ...words, among: promotion.scope };
}

/** The same, once the shop has told its offers. */
export async function askOfferGoods(offerId: string): Promise<OfferGoods | null> {
  await useOffers.getState().learn();
  const { told } = useOffers.getState();
  return told === null ? null : offerGoods(offerId, told, shopNow());
}

function only(productIds: string[]): Among {
  return { productIds };
}
