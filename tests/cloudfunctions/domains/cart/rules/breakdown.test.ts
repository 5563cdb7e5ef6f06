import {
  breakdownOf,
  unusedToTell,
} from '../../../../../cloudfunctions/domains/cart/rules/breakdown';
import { nothingOffered } from '../../../../../cloudfunctions/domains/cart/rules/facts';
import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { sumFen } from '../../../../../cloudfunctions/kit/money';

const line = {
  skuId: 's',
  productId: 'p',
  categoryIds: [],
  tags: [],
  templateId: 't',
  quantity: 3,
  listFen: 3333,
  weightGrams: 0,
};
const none = { productIds: [], categoryIds: [], tags: [] };
const freight = {
  by: 'pieces' as const,
  first: 1,
  next: 1,
  firstFen: 800,
  nextFen: 100,
  freeOverFen: null,
  elsewhere: [],
  notServed: [],
};
const coupon = (couponId: string, terms: { kind: 'fixed' | 'freight'; offFen: number }) => ({
  couponId,
  batchId: couponId,
  name: couponId,
  terms,
  thresholdFen: 0,
  scope: { ...none, all: true, not: none },
  state: 'available' as const,
  startsAt: 0,
  endsAt: 1000,
});

const quoted = quote({
  ...nothingOffered,
  lines: [line],
  templates: { t: { name: '普通快递', terms: freight } },
  destination: { kind: 'express', regionCode: '310104' },
  coupons: [
    coupon('券', { kind: 'fixed', offFen: 500 }),
    coupon('小券', { kind: 'fixed', offFen: 100 }),
    coupon('运费券', { kind: 'freight', offFen: 300 }),
  ],
  points: { balance: 77, pointFen: 1, mostBp: 5000, earnBp: 10_000 },
  stored: { principalFen: 2000, giftFen: 500 },
  choice: { points: 77, storedFen: 2500, addOns: [] },
});

describe('a breakdown', () => {
  it('tells every amount in the order of steps, and sums to what is due', () => {
    const parts = breakdownOf(quoted);
    expect(parts.map(({ of, name, fen }) => [of, name, fen])).toEqual([
      ['goods', '商品金额', 9999],
      ['saving', '券', -500],
      ['saving', '积分抵现', -77],
      ['freight', '运费', 1000],
      ['saving', '运费券', -300],
      ['stored', '储值支付', -2500],
    ]);
    expect(sumFen(parts.map((part) => part.fen))).toBe(quoted.dueFen);
  });

  it('leaves out what takes off nothing, and stored value that was not used', () => {
    const parts = breakdownOf({
      ...quoted,
      savings: [{ ruleId: 'x', kind: 'exchange', say: '兑换', fen: 0 }],
      storedFen: { principalFen: 0, giftFen: 0 },
    });
    expect(parts.map(({ of }) => of)).toEqual(['goods', 'freight']);
  });
});

describe('offers that were not used', () => {
  it('are told where somebody could do something about it, and counted otherwise', () => {
    const { told, others } = unusedToTell([
      ...quoted.unused,
      { code: 'wrong_goods' as const, ruleId: 'w', name: '别的', say: '' },
    ]);
    expect(told.map(({ ruleId }) => ruleId)).toEqual(['小券']);
    expect(others).toBe(1);
  });
});
