import type { PromotionKind } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { PromotionDraft } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { day, minute } from '../../../../../cloudfunctions/kit/time';
import { isSound } from '../../../../../src/features/offers/form/reading';
import { kinds } from '../../../../../src/features/offers/promotions/kinds';
import {
  pricedParts,
  readPromotion,
} from '../../../../../src/features/offers/promotions/promotionDraft';
import { filledForm as form, good, id, now, product, tier } from './filled';
import {
  newPromotionForm,
  type PromotionForm,
  type TermsForm,
} from '../../../../../src/features/offers/promotions/promotionForm';

const read = (kind: PromotionKind, change: Partial<PromotionForm> = {}) =>
  readPromotion(form(kind, change), now);

/** The faults of a kind whose terms were changed. */
function faultsWith(kind: PromotionKind, terms: Partial<TermsForm>) {
  const sound = form(kind);
  return readPromotion({ ...sound, terms: { ...sound.terms, ...terms } }, now).faults;
}

describe.each(kinds.map(({ kind }) => kind))('a form of %s', (kind) => {
  it('that is filled is a draft that the shop takes as it is', () => {
    const { draft, faults } = read(kind);
    expect(faults).toEqual({});
    const taken = PromotionDraft.parse(draft);
    expect(taken).toEqual(draft);
    expect(taken.terms.kind).toBe(kind);
    expect(taken).toMatchObject({ startsAt: now, limits: { budgetFen: null, uses: null } });
  });

  it('that is empty says what is missing, and reads all the same', () => {
    const { faults } = readPromotion(newPromotionForm(kind, now), now);
    expect(faults['name']).toBe('给活动起个名字');
    const hasDefaults = kind === 'nth';
    expect(isSound(faults, pricedParts)).toBe(hasDefaults);
  });
});

describe('amounts and shares', () => {
  it('are fen and bp to the last digit', () => {
    expect(read('flash').draft.terms).toEqual({
      kind: 'flash',
      goods: [{ skuId: id(1), priceFen: 5990, pieces: 10 }],
      mostPerMember: 2,
    });
    expect(read('timed').draft.terms).toMatchObject({ cut: { by: 'rate', paysBp: 8500 } });
    expect(read('off').draft.terms).toMatchObject({
      by: 'amount',
      tiers: [
        { atLeast: 19_900, offFen: 3_000 },
        { atLeast: 39_900, offFen: 8_000 },
      ],
    });
    expect(read('rate').draft.terms).toMatchObject({
      tiers: [
        { atLeast: 2, paysBp: 9_000 },
        { atLeast: 3, paysBp: 8_000 },
      ],
    });
  });

  it('of limits are none where nothing was typed', () => {
    const { draft } = read('off', { budget: '1000.50', uses: '20', usesPerMember: '1' });
    expect(draft.limits).toEqual({ budgetFen: 100_050, uses: 20, usesPerMember: 1 });
  });
});

describe('the goods of a form', () => {
  it('cost less than they do elsewhere', () => {
    for (const kind of ['flash', 'exchange', 'add_on'] as const) {
      const faults = faultsWith(kind, { goods: [good({ price: '100', points: '1', count: '1' })] });
      expect(faults).toEqual({ [`terms.goods.${id(1)}.price`]: '要低于原价 ¥100.00' });
    }
  });

  it('are not too many', () => {
    const many = Array.from({ length: 51 }, () => good());
    expect(faultsWith('flash', { goods: many })['terms.goods']).toBe('最多选 50 件');
    expect(faultsWith('add_on', { goods: [] })['terms.goods']).toBe('至少选一件商品');
    expect(faultsWith('bundle', { items: [] })['terms.items']).toBe('套餐至少选两件商品');
  });

  it('may cost nothing but points', () => {
    expect(read('exchange').draft.terms).toMatchObject({ goods: [{ points: 300, priceFen: 0 }] });
    expect(faultsWith('exchange', { goods: [good({ points: '' })] })).toHaveProperty([
      `terms.goods.${id(1)}.points`,
    ]);
  });
});

describe('tiers', () => {
  it('rise, and give more the higher they are', () => {
    const faults = faultsWith('off', { tiers: [tier('199', '30'), tier('199', '30')] });
    expect(faults).toEqual({
      'terms.tiers.1.atLeast': '门槛要高于上一档',
      'terms.tiers.1.gives': '要比上一档减得多',
    });
    expect(faultsWith('rate', { tiers: [tier('2', '8'), tier('3', '8')] })).toEqual({
      'terms.tiers.1.gives': '折扣要比上一档低',
    });
  });

  it('never take off more than they ask for', () => {
    expect(faultsWith('off', { tiers: [tier('10', '10.01')] })).toEqual({
      'terms.tiers.0.gives': '减的比门槛还多',
    });
    expect(faultsWith('off', { tiers: [tier('10', '10')] })).toEqual({});
    expect(faultsWith('off', { by: 'pieces', tiers: [tier('2', '50')] })).toEqual({});
  });

  it('repeat only where there is one', () => {
    expect(
      read('off', { terms: { ...form('off').terms, repeats: true } }).draft.terms,
    ).toMatchObject({ repeats: false });
    const one = { repeats: true, tiers: [tier('100', '10')] };
    expect(
      readPromotion({ ...form('off'), terms: { ...form('off').terms, ...one } }, now).draft.terms,
    ).toMatchObject({ repeats: true });
  });

  it('of gifts name the gift', () => {
    expect(faultsWith('gift', { tiers: [tier('99', '')] })).toEqual({
      'terms.tiers.0.sku': '选一件赠品',
    });
  });
});

describe('the time of a form', () => {
  it('starts at once or later, and ends after that', () => {
    expect(read('off', { startsAt: now + day }).draft.startsAt).toBe(now + day);
    expect(read('off', { startsAt: now + day, endsAt: now + day }).faults).toEqual({
      time: '结束要晚于开始',
    });
    expect(read('off', { endsAt: now }).faults).toEqual({ time: '结束时间已经过了' });
    expect(read('off', { endsAt: now + minute }).faults).toEqual({});
  });

  it('is not longer or further away than the shop allows', () => {
    expect(read('off', { endsAt: now + 367 * day }).faults['time']).toBe('最长 366 天');
    const far = now + 367 * day;
    expect(read('off', { startsAt: far, endsAt: far + day }).faults['time']).toBe(
      '最多提前 366 天',
    );
  });
});

describe('the rest of a form', () => {
  it('has a name of at most 30', () => {
    expect(read('off', { name: '  ' }).faults).toHaveProperty('name');
    expect(read('off', { name: '名'.repeat(31) }).faults).toHaveProperty('name');
    expect(read('off', { name: ' 双十一 ' }).draft.name).toBe('双十一');
  });

  it('names goods unless all take part or its terms name them', () => {
    const { scope } = form('off');
    expect(read('off', { scope: { ...scope, all: false } }).faults).toEqual({
      scope: '选参加的商品、分类或标签',
    });
    expect(read('flash', { scope: { ...scope, all: false } }).faults).toEqual({});
    const named = {
      ...scope,
      all: false,
      categories: [{ id: id(3), name: '喂养' }],
      tags: ['新品'],
    };
    expect(read('off', { scope: named }).draft.scope).toMatchObject({
      all: false,
      categoryIds: [id(3)],
      tags: ['新品'],
    });
  });

  it('keeps what was named when all take part from then on, but does not send it', () => {
    const { scope } = form('off');
    const before = {
      ...scope,
      products: [product(1)],
      not: { ...scope.not, products: [product(2)] },
    };
    expect(read('off', { scope: before }).draft.scope).toEqual({
      all: true,
      productIds: [],
      categoryIds: [],
      tags: [],
      not: { productIds: [id(2)], categoryIds: [], tags: [] },
    });
  });

  it('orders levels by number', () => {
    const { audience } = form('off');
    expect(
      read('off', { audience: { ...audience, levels: [3, 1] } }).draft.audience.levels,
    ).toEqual([1, 3]);
  });

  it('lets 秒杀 and 积分兑换 go without coupons unless somebody says otherwise', () => {
    const without = kinds.filter(({ withCoupons }) => !withCoupons).map(({ kind }) => kind);
    expect(without.sort()).toEqual(['exchange', 'flash']);
    expect(read('flash').draft.withCoupons).toBe(false);
    expect(read('flash', { withCoupons: true }).draft.withCoupons).toBe(true);
  });
});
