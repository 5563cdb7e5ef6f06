import {
  faceOf,
  limitsSay,
  scopeSay,
  sortSay,
} from '../../../cloudfunctions/domains/coupons/rules/face';
import { lastDay } from '../../kit/shopTime';
import type { OfferChoice, OrderPreview } from './steps';

export type Coupon = OrderPreview['offers']['coupons'][number];

/** Goods and freight have a coupon each. */
export type CouponSort = 'goods' | 'freight';

/** A coupon that the shopper may choose, or why she may not. */
export interface CouponOption {
  readonly coupon: Coupon;
  readonly used: boolean;
  /** Empty for one that can be used. */
  readonly whyNot: string;
}

/** A coupon that is not used only because another one is, or none is wanted, can be. */
const onlyNotChosen = ['better_offer', 'not_chosen'];

/** The coupons of one sort: those that can be used, the used one first, then the others with their reasons. */
export function couponOptions(preview: OrderPreview, sort: CouponSort): CouponOption[] {
  const { coupons } = preview.offers;
  const { quote } = preview;
  const options = coupons
    .filter(({ terms }) => (terms.kind === 'freight') === (sort === 'freight'))
    .map((coupon): CouponOption => {
      const used = quote.coupons.some(({ couponId }) => couponId === coupon.couponId);
      const unused = quote.unused.find(({ ruleId }) => ruleId === coupon.couponId);
      const can = used || unused === undefined || onlyNotChosen.includes(unused.code);
      return { coupon, used, whyNot: can ? '' : unused.say };
    });
  const rank = ({ used, whyNot }: CouponOption) => (used ? 0 : whyNot === '' ? 1 : 2);
  return options.sort((a, b) => rank(a) - rank(b) || a.coupon.endsAt - b.coupon.endsAt);
}

/** What was chosen of this sort: an id, null for none, undefined for the best. */
export function chosenCoupon(using: OfferChoice, sort: CouponSort): string | null | undefined {
  return sort === 'freight' ? using.freightCouponId : using.couponId;
}

/** How the row of a sort stands, in a few words; `accent` where something is taken off. */
export function couponRowSay(
  options: readonly CouponOption[],
  chosen: string | null | undefined,
  preview: OrderPreview,
): { say: string; offFen: number } {
  const used = options.find((option) => option.used);
  if (used !== undefined) {
    const { couponId } = used.coupon;
    const offFen = preview.quote.coupons.find((one) => one.couponId === couponId)?.fen ?? 0;
    return { say: chosen === undefined ? '已选最优' : '', offFen };
  }
  const usable = options.filter(({ whyNot }) => whyNot === '').length;
  if (usable > 0) return { say: `${usable} 张可用`, offFen: 0 };
  return { say: options.length > 0 ? '暂无可用' : '无', offFen: 0 };
}

/** What the ticket of a coupon says. */
export function ticketWords({ name, terms, thresholdFen, scope, endsAt }: Coupon) {
  return {
    value: faceOf(terms, thresholdFen),
    title: name,
    sort: sortSay(terms),
    lines: [...limitsSay(terms), scopeSay(scope), `有效期至 ${lastDay(endsAt)}`],
  };
}
