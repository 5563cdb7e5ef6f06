import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { quote } from '../../../../cloudfunctions/domains/cart/rules/quote';
import {
  couponOptions,
  couponRowSay,
  type Coupon,
} from '../../../../src/features/orders/couponChoice';
import type { OrderPreview } from '../../../../src/features/orders/steps';

const none = { productIds: [], categoryIds: [], tags: [] };

function coupon(couponId: string, offFen: number, change: Partial<Coupon> = {}): Coupon {
  return {
    couponId,
    batchId: `batch of ${couponId}`,
    name: couponId,
    terms: { kind: 'fixed', offFen },
    thresholdFen: 0,
    scope: { ...none, all: true, not: none },
    state: 'available',
    startsAt: 0,
    endsAt: 1000,
    ...change,
  };
}

const line = {
  skuId: 's',
  productId: 'p',
  categoryIds: [],
  tags: [],
  templateId: 't',
  quantity: 1,
  listFen: 5000,
  weightGrams: 0,
};

function previewed(coupons: Coupon[], couponId?: string | null): OrderPreview {
  const choice =
    couponId === undefined ? nothingOffered.choice : { ...nothingOffered.choice, couponId };
  const facts = { ...nothingOffered, coupons, choice };
  return {
    skus: [],
    quote: quote({ ...facts, lines: [line], templates: {}, destination: null }),
    offers: { ...nothingOffered, coupons },
    address: null,
    ...{ cityOffered: false, city: null },
    store: null,
    problems: [],
  };
}

const small = coupon('small', 500);
const large = coupon('large', 900);
const far = coupon('far', 4000, { thresholdFen: 9000 });
const freight = coupon('freight', 1, { terms: { kind: 'freight', offFen: null } });

describe('the coupons of a checkout', () => {
  it('stand with the used one first, then those that could be, then the others with their reasons', () => {
    const options = couponOptions(previewed([far, small, large, freight]), 'goods');
    expect(options.map((one) => [one.coupon.couponId, one.used, one.whyNot])).toEqual([
      ['large', true, ''],
      ['small', false, ''],
      ['far', false, '还差 ¥40 减 ¥40'],
    ]);
  });

  it('of freight stand apart', () => {
    const options = couponOptions(previewed([small, freight]), 'freight');
    expect(options.map((one) => one.coupon.couponId)).toEqual(['freight']);
  });

  it('can all be chosen when none is wanted', () => {
    const options = couponOptions(previewed([small, large], null), 'goods');
    expect(options.map((one) => one.whyNot)).toEqual(['', '']);
  });

  it('are said in one row: the best that was found, the one chosen, how many there are', () => {
    const say = (preview: OrderPreview, chosen?: string | null) =>
      couponRowSay(couponOptions(preview, 'goods'), chosen, preview);
    expect(say(previewed([small, large]))).toEqual({ say: '已选最优', offFen: 900 });
    expect(say(previewed([small, large], 'small'), 'small')).toEqual({ say: '', offFen: 500 });
    expect(say(previewed([small, large], null), null)).toEqual({ say: '2 张可用', offFen: 0 });
    expect(say(previewed([far]))).toEqual({ say: '暂无可用', offFen: 0 });
    expect(say(previewed([]))).toEqual({ say: '无', offFen: 0 });
  });
});
