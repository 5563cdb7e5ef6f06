import Taro from '@tarojs/taro';
import { exampleAudience, exampleScope } from '../form/examples';
import { fits } from '../form/fits';
import { newCouponForm, type CouponForm } from './couponForm';
import { couponKindNamed, givenByNames, givenOnNames } from './couponWords';

/** Where an unfinished batch of coupons is kept. */
export const couponKey = 'offers.coupon';

/** The batch that a manager left unfinished, or null; what is damaged counts as none. */
export function keptCoupon(): CouponForm | null {
  return couponIn(Taro.getStorageSync(couponKey));
}

/** The form in what storage gave, or null. */
export function couponIn(kept: unknown): CouponForm | null {
  const example = { ...newCouponForm('fixed', 0), scope: exampleScope, audience: exampleAudience };
  if (!fits(kept, example)) return null;
  const form = kept as CouponForm;
  const known =
    couponKindNamed(form.kind) !== null &&
    ['dates', 'days'].includes(form.validBy) &&
    Object.keys(givenByNames).includes(form.givenBy) &&
    Object.keys(givenOnNames).includes(form.givenOn);
  return known ? form : null;
}
