import { couponIn } from '../../../../../src/features/offers/coupons/keptCoupon';
import { newCouponForm } from '../../../../../src/features/offers/coupons/couponForm';
import { promotionIn } from '../../../../../src/features/offers/promotions/keptPromotion';
import { kinds } from '../../../../../src/features/offers/promotions/kinds';
import { newPromotionForm } from '../../../../../src/features/offers/promotions/promotionForm';

const now = Date.parse('2026-11-22T15:04+08:00');
/** As storage gives it back. */
const stored = (form: unknown): unknown => JSON.parse(JSON.stringify(form));

describe('an unfinished promotion', () => {
  it.each(kinds.map(({ kind }) => kind))('of %s is gone on with as it was left', (kind) => {
    const form = { ...newPromotionForm(kind, now), name: '双十一', startsAt: now };
    expect(promotionIn(stored(form))).toEqual(form);
  });

  it('keeps gifts that were chosen', () => {
    const sku = {
      ...{ skuId: 's', productId: 'p', title: '奶瓶', specText: '', pictureUrl: '' },
      priceFen: 1,
      left: 2,
    };
    const form = newPromotionForm('gift', now);
    const tiers = [{ atLeast: '99', gives: '1', sku }];
    const whole = { ...form, terms: { ...form.terms, tiers } };
    expect(promotionIn(stored(whole))).toEqual(whole);
    const broken = { ...form, terms: { ...form.terms, tiers: [{ ...tiers[0], sku: {} }] } };
    expect(promotionIn(stored(broken))).toBeNull();
  });

  it('that is damaged or of an unknown kind is none', () => {
    const form = newPromotionForm('off', now);
    expect(promotionIn('')).toBeNull();
    expect(promotionIn(stored({ ...form, kind: 'lottery' }))).toBeNull();
    expect(promotionIn(stored({ ...form, terms: { ...form.terms, goods: [{}] } }))).toBeNull();
    expect(promotionIn(stored({ ...form, terms: { ...form.terms, by: 'weight' } }))).toBeNull();
    expect(promotionIn(stored({ ...form, endsAt: 'soon' }))).toBeNull();
  });

  it('has at least one tier to write in', () => {
    const form = newPromotionForm('off', now);
    const none = { ...form, terms: { ...form.terms, tiers: [] } };
    expect(promotionIn(stored(none))).toEqual(form);
  });
});

describe('an unfinished batch of coupons', () => {
  it('is gone on with as it was left', () => {
    const form = { ...newCouponForm('percent', now), pays: '8.5', fromAt: now };
    expect(couponIn(stored(form))).toEqual(form);
  });

  it('that is damaged is none', () => {
    const form = newCouponForm('fixed', now);
    for (const broken of [
      '',
      { ...form, kind: 'cash' },
      { ...form, givenBy: 'toString' },
      { ...form, givenOn: 'moon' },
      { ...form, validBy: 'ever' },
      { ...form, total: 1000 },
    ]) {
      expect(couponIn(stored(broken))).toBeNull();
    }
  });
});
