import type { PromotionTerms } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { PromotionDraft } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { CouponDraft } from '../../../../../cloudfunctions/domains/coupons/schema';
import { day } from '../../../../../cloudfunctions/kit/time';
import { breakdownOf } from '../../../../../src/features/offers/preview/breakdown';
import {
  pairOf,
  type CartFacts,
  type Tried,
} from '../../../../../src/features/offers/preview/pair';
import {
  sideSkuIds,
  triedId,
  tryCoupon,
  tryPromotion,
} from '../../../../../src/features/offers/preview/tried';
import { triedNote } from '../../../../../src/features/offers/preview/triedNote';

const now = Date.parse('2026-11-22T15:04+08:00');
const id = (n: number) => `0193a5c0-0000-7000-8000-00000000000${n}`;

/** Three SKUs, each of a product of its own, at ¥100, ¥60 and ¥10. */
const cartSku = (n: number, listFen: number) => ({
  ...{ skuId: id(n), productId: id(n), templateId: id(9), categoryIds: [id(7)], tags: [] },
  ...{ title: `商品${n}`, specText: '', pictureUrl: '', listFen, marketFen: null },
  ...{ weightGrams: 500, left: 50, onSale: true },
});
const freight = {
  ...{ by: 'pieces' as const, first: 1, next: 1, firstFen: 800, nextFen: 0, freeOverFen: null },
  elsewhere: [],
  notServed: [],
};

const facts: CartFacts = {
  skus: [cartSku(1, 10_000), cartSku(2, 6_000), cartSku(3, 1_000)],
  templates: { [id(9)]: { name: '快递', terms: freight } },
  offers: {
    nowMs: now,
    buyer: { level: 3, tags: [], storeId: null, newBuyer: false },
    promotions: [],
    coupons: [],
    points: { balance: 0, pointFen: 1, mostBp: 5_000, earnBp: 10_000 },
    stored: { principalFen: 99_999, giftFen: 0 },
    sideGoods: {},
  },
};

const sku = (n: number, priceFen: number) => ({
  ...{ skuId: id(n), productId: id(n), title: '', specText: '', pictureUrl: '', priceFen, left: 9 },
});
const cart = [
  { sku: sku(1, 10_000), quantity: 1 },
  { sku: sku(2, 6_000), quantity: 2 },
];

function draft(terms: PromotionTerms, change: object = {}): PromotionDraft {
  const window = { startsAt: now, endsAt: now + day };
  return PromotionDraft.parse({ name: '活动', scope: { all: true }, ...window, terms, ...change });
}

const off: PromotionTerms = {
  kind: 'off',
  by: 'amount',
  tiers: [{ atLeast: 20_000, offFen: 3_000 }],
  repeats: false,
};

/** What the sample pays under what is tried. */
function shown(tried: Tried, lines = cart) {
  const pair = pairOf(facts, lines, tried);
  if (pair === null) throw new Error('nothing of the sample is known');
  return breakdownOf(pair, facts);
}

const tryOut = (terms: PromotionTerms, change: object = {}) =>
  shown(tryPromotion(draft(terms, change), null, now));

describe('a promotion tried on a sample', () => {
  it('shows both sums, and how the second comes about to the fen', () => {
    const found = tryOut(off);
    expect(found).toMatchObject({ beforeFen: 22_000, afterFen: 19_000, savedFen: 3_000 });
    expect(found.whyNot).toBeNull();
    expect(found.rows.map(({ name, fen, tried }) => [name, fen, tried])).toEqual([
      ['商品原价', 22_000, false],
      [expect.any(String), -3_000, true],
    ]);
  });

  it.each<[string, PromotionTerms, number]>([
    [
      'flash',
      { kind: 'flash', goods: [{ skuId: id(2), priceFen: 4_990, pieces: 9 }], mostPerMember: null },
      19_980,
    ],
    ['timed', { kind: 'timed', cut: { by: 'rate', paysBp: 8_500 } }, 18_700],
    ['member', { kind: 'member', rates: [{ level: 2, paysBp: 9_000 }] }, 19_800],
    ['nth', { kind: 'nth', nth: 2, paysBp: 5_000 }, 19_000],
    ['rate', { kind: 'rate', by: 'pieces', tiers: [{ atLeast: 3, paysBp: 8_000 }] }, 17_600],
    [
      'bundle',
      {
        kind: 'bundle',
        items: [
          { productId: id(1), quantity: 1 },
          { productId: id(2), quantity: 1 },
        ],
        priceFen: 12_000,
        mostSets: null,
      },
      18_000,
    ],
  ])('pays less by %s', (_kind, terms, afterFen) => {
    const found = tryOut(terms);
    expect(found.afterFen).toBe(afterFen);
    expect(found.rows.reduce((sum, row) => sum + (row.fen ?? 0), 0)).toBe(afterFen);
    expect(found.whyNot).toBeNull();
  });

  it('says why it was not used', () => {
    const found = tryOut({ ...off, tiers: [{ atLeast: 30_000, offFen: 3_000 }] });
    expect(found.savedFen).toBe(0);
    expect(found.whyNot).toContain('80');
  });

  it('shows gifts by name, without an amount', () => {
    const found = tryOut({
      kind: 'gift',
      by: 'amount',
      tiers: [{ atLeast: 10_000, skuId: id(3), quantity: 2 }],
    });
    expect(found).toMatchObject({ beforeFen: 22_000, afterFen: 22_000, whyNot: null });
    expect(found.rows[1]).toMatchObject({
      name: '赠 商品3',
      words: '2 件',
      fen: null,
      tried: true,
    });
  });

  it('buys one of the goods that 加价购 sells', () => {
    const found = tryOut({
      kind: 'add_on',
      by: 'amount',
      atLeast: 10_000,
      goods: [{ skuId: id(3), priceFen: 100, most: 1 }],
    });
    expect(found).toMatchObject({ afterFen: 22_100, whyNot: null });
    expect(found.rows.reduce((sum, row) => sum + (row.fen ?? 0), 0)).toBe(22_100);
  });

  it('has points enough for 积分兑换, and says how many', () => {
    const goods = [{ skuId: id(1), points: 300, priceFen: 500, pieces: 9 }];
    const tried = tryPromotion(draft({ kind: 'exchange', goods, mostPerMember: null }), null, now);
    const found = shown(tried, cart.slice(0, 1));
    expect(found).toMatchObject({ beforeFen: 10_000, afterFen: 500, whyNot: null });
    expect(found.rows.find(({ key }) => key === 'points')).toMatchObject({ words: '300 积分' });
  });

  it('counts freight only where freight is what it frees', () => {
    const found = tryOut({ kind: 'free_freight', by: 'amount', atLeast: 9_900, notProvinces: [] });
    expect(found).toMatchObject({ beforeFen: 22_800, afterFen: 22_000, savedFen: 800 });
    const there = { kind: 'free_freight' as const, by: 'amount' as const, atLeast: 0 };
    expect(tryOut({ ...there, notProvinces: ['31'] })).toMatchObject({ savedFen: 0 });
  });

  it('is tried when it begins, by somebody whom it is for', () => {
    const audience = { levels: [2], tags: ['VIP'], storeIds: [id(5)], newBuyers: true };
    const tried = tryPromotion(draft(off, { startsAt: now + 1, audience }), null, now);
    expect(tried.atMs).toBe(now + 1);
    expect(tried.buyer).toEqual({ level: 2, tags: ['VIP'], storeId: id(5), newBuyer: true });
    expect(shown(tried).whyNot).toBeNull();
  });

  it('gives no more than its limits', () => {
    expect(tryOut(off, { limits: { budgetFen: 2_999 } }).savedFen).toBeLessThan(3_000);
    expect(tryOut(off, { limits: { uses: 1 } }).savedFen).toBe(3_000);
  });

  it('stands beside what the shop runs already', () => {
    const tried = tryPromotion(draft(off), null, now);
    const [running] = [
      tryPromotion(draft({ kind: 'timed', cut: { by: 'rate', paysBp: 5_000 } }), null, now),
    ];
    const others = running?.promotion ?? null;
    if (others === null) throw new Error('nothing runs');
    const used = {
      ...others,
      promotionId: 'running',
      standing: { ...others.standing, memberUses: 0 },
    };
    const pair = pairOf({ ...facts, offers: { ...facts.offers, promotions: [used] } }, cart, tried);
    // Half price for everybody, whatever the manager himself has used; then too little is left for the tier.
    expect(pair?.before.payableFen).toBe(11_000);
    expect(pair?.after.payableFen).toBe(11_000);
  });

  it('has nothing to say of goods that the shop does not know', () => {
    expect(pairOf({ ...facts, skus: [] }, cart, tryPromotion(draft(off), null, now))).toBeNull();
  });

  it('asks for gifts and 加价购 goods besides the cart', () => {
    const tiers = [
      { atLeast: 1, skuId: id(3), quantity: 1 },
      { atLeast: 2, skuId: '', quantity: 1 },
    ];
    expect(sideSkuIds({ kind: 'gift', by: 'amount', tiers })).toEqual([id(3)]);
    expect(sideSkuIds(off)).toEqual([]);
  });
});

describe('a coupon tried on a sample', () => {
  const coupon = (change: object): CouponDraft =>
    CouponDraft.parse({
      name: '立减',
      ...{ scope: { all: true }, validity: { by: 'days', days: 30 }, giving: { by: 'claim' } },
      ...{ total: 10, opensAt: now, closesAt: now + day },
      ...change,
    });
  const tryIt = (change: object) => shown(tryCoupon(coupon(change), now));

  it.each([
    [{ terms: { kind: 'fixed', offFen: 2_000 }, thresholdFen: 20_000 }, 20_000],
    [{ terms: { kind: 'percent', paysBp: 9_000, capFen: 1_000 } }, 21_000],
    [{ terms: { kind: 'exchange' }, scope: { productIds: [id(2)] } }, 16_000],
  ])('takes off what it gives: %j', (change, afterFen) => {
    expect(tryIt(change)).toMatchObject({ beforeFen: 22_000, afterFen, whyNot: null });
  });

  it('frees freight', () => {
    expect(tryIt({ terms: { kind: 'freight' } })).toMatchObject({
      beforeFen: 22_800,
      afterFen: 22_000,
      whyNot: null,
    });
  });

  it('says what is missing, and takes nothing off then', () => {
    const found = tryIt({ terms: { kind: 'fixed', offFen: 2_000 }, thresholdFen: 23_000 });
    expect(found).toMatchObject({ savedFen: 0 });
    expect(found.whyNot).toContain('10');
  });

  it('is tried as soon as it can be used', () => {
    const dates = { by: 'dates', fromAt: now + day, untilAt: now + 3 * day };
    const tried = tryCoupon(coupon({ terms: { kind: 'exchange' }, validity: dates }), now);
    expect(tried.atMs).toBe(now + day);
    expect(tried.coupon).toMatchObject({ couponId: triedId, state: 'available' });
  });
});

describe('the note below a preview', () => {
  it('says when, as whom, and what is left out', () => {
    const tried = tryPromotion(draft(off), null, now);
    expect(triedNote(tried, [], now)).toBe(
      '按现在、等级 0计算，不含运费，和店里其他活动一起算，不含顾客手里的券和积分',
    );
    const later = { ...tried, atMs: now + day, regionCode: '310104' };
    expect(triedNote(later, [{ level: 0, name: '新朋友' }], now)).toMatch(
      /^按 11-23 15:04、新朋友计算，寄往上海，/,
    );
    expect(triedNote(null, [], now)).toContain('正在进行的活动');
  });
});
