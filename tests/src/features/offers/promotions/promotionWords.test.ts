import type { WatchedPromotion } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { promotionFacts } from '../../../../../src/features/offers/promotions/promotionFacts';
import { promotionRows } from '../../../../../src/features/offers/promotions/promotionRows';
import { readPromotion } from '../../../../../src/features/offers/promotions/promotionDraft';
import { runningText } from '../../../../../src/features/offers/OfferDoors';
import { filledForm, id, now, product } from './filled';

const levels = [{ level: 1, name: '熟客' }];
const names = { products: { [id(1)]: product(1) }, categories: {}, stores: {} };

function watched(
  kind: Parameters<typeof filledForm>[0],
  change: Partial<WatchedPromotion> = {},
): WatchedPromotion {
  const { draft } = readPromotion(filledForm(kind, { name: '活动' }), now);
  return {
    ...draft,
    ...{ withCoupons: true, promotionId: id(9), state: 'running', madeAt: now },
    ...{ uses: 12_345, spentFen: 123_456, broughtFen: 99_900_000, goods: [] },
    ...change,
  };
}

describe('a promotion on its card', () => {
  it('says what it did, with its thousands apart', () => {
    const { stats, bar, notes } = promotionFacts(watched('off'), levels);
    expect(stats.map(({ value }) => value)).toEqual(['12,345 单', '¥1,234.56', '¥999,000.00']);
    expect(bar).toBeNull();
    expect(notes).toEqual(['全部商品', '']);
  });

  it('shows how much of a budget is gone', () => {
    const limits = { budgetFen: 200_000, uses: null, usesPerMember: null };
    expect(promotionFacts(watched('off', { limits }), levels).bar).toEqual({
      say: '预算 ¥2,000.00，用了 61%',
      percent: 61,
    });
  });

  it('counts the goods that it names itself', () => {
    expect(promotionFacts(watched('flash'), levels).notes[0]).toBe('1 个规格');
    expect(promotionFacts(watched('bundle'), levels).notes[0]).toBe('2 件商品一套');
  });
});

describe('a promotion in plain words', () => {
  const said = (made: WatchedPromotion) =>
    promotionRows(made, { names, levels }).find(({ name }) => name === '优惠')?.value;

  it('names levels, products, gifts and tiers, a line each', () => {
    expect(said(watched('member'))).toBe('熟客 9.5 折');
    expect(said(watched('bundle'))).toBe('奶瓶 × 1\n已下架的商品 × 2');
    expect(said(watched('off'))).toBe('满 ¥199 减 ¥30\n满 ¥399 减 ¥80');
    const good = { skuId: id(1), title: '磨牙棒', specText: '', pictureUrl: '' };
    const goods = [{ ...good, priceFen: 0, pieces: null, taken: 0 }];
    expect(said(watched('gift', { goods }))).toBe('满 ¥99 送 磨牙棒 × 1');
  });

  it('does not repeat what the sentence on top says', () => {
    expect(said(watched('nth'))).toBeUndefined();
    expect(said(watched('flash'))).toBeUndefined();
  });

  it('says every limit, also where there is none', () => {
    const rows = promotionRows(watched('off'), { names, levels });
    const value = (name: string) => rows.find((row) => row.name === name)?.value;
    expect(['预算', '总次数', '每人次数', '其他活动'].map(value)).toEqual([
      '不限',
      '不限',
      '不限',
      '可以同享',
    ]);
  });
});

describe('how many are running', () => {
  const items = (...states: string[]) => states.map((state) => ({ state }));

  it('counts those that run, and says where there may be more', () => {
    expect(runningText({ items: items('running', 'coming'), next: null }, '个', '没有')).toBe(
      '1 个',
    );
    expect(runningText({ items: items('running'), next: 'more' }, '个', '没有')).toBe('1+ 个');
    expect(runningText({ items: items('coming'), next: null }, '个', '没有')).toBe('没有');
  });
});
