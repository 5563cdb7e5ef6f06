import type { WatchedPromotion } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { day } from '../../../../../cloudfunctions/kit/time';
import { formOf } from '../../../../../src/features/offers/promotions/copiedPromotion';
import { kinds } from '../../../../../src/features/offers/promotions/kinds';
import { readPromotion } from '../../../../../src/features/offers/promotions/promotionDraft';
import type { PromotionForm } from '../../../../../src/features/offers/promotions/promotionForm';
import { filledForm, id, now, product, sku } from './filled';

const later = now + 40 * day;
const known = {
  names: {
    products: { [id(1)]: product(1), [id(2)]: product(2) },
    categories: { [id(3)]: '喂养' },
    stores: { [id(4)]: '徐汇店' },
  },
  skus: { [id(1)]: sku(1) },
  nowMs: later,
};

/** A form that became a promotion, as managers watch it. */
function made(form: PromotionForm): WatchedPromotion {
  const { draft, faults } = readPromotion(form, now);
  expect(faults).toEqual({});
  return {
    ...draft,
    withCoupons: draft.withCoupons ?? true,
    promotionId: id(9),
    state: 'over',
    madeAt: now,
    ...{ uses: 3, spentFen: 5, broughtFen: 7, goods: [] },
  };
}

describe.each(kinds.map(({ kind }) => kind))('a copy of %s', (kind) => {
  it('is the same promotion at another time', () => {
    const form = filledForm(kind, {
      audience: {
        stores: [{ id: id(4), name: '徐汇店' }],
        levels: [1, 2],
        tags: ['VIP'],
        newBuyers: true,
      },
      ...{ budget: '1000.5', uses: '20', usesPerMember: '2', priority: '7' },
      ...{ withPromotions: false, withCoupons: true },
    });
    const first = readPromotion(form, now).draft;
    const copy = readPromotion(formOf(made(form), known), later);
    expect(copy.faults).toEqual({});
    const { startsAt, endsAt } = copy.draft;
    expect({ ...copy.draft, startsAt: 0, endsAt: 0 }).toEqual({ ...first, startsAt: 0, endsAt: 0 });
    expect(startsAt).toBe(later);
    expect(endsAt).toBeGreaterThan(later);
  });
});

describe('a copy', () => {
  it('keeps which goods, by name', () => {
    const { scope } = filledForm('off');
    const categories = [{ id: id(3), name: '喂养' }];
    const named = {
      ...scope,
      ...{ all: false, products: [product(1)], tags: ['新品'] },
      not: { ...scope.not, categories },
    };
    expect(formOf(made(filledForm('off', { scope: named })), known).scope).toEqual(named);
  });

  it('leaves out what the shop no longer has, and says on saving what is missing then', () => {
    const nothing = { ...known, skus: {}, names: { ...known.names, products: {} } };
    for (const kind of ['flash', 'add_on', 'bundle', 'gift'] as const) {
      const copy = formOf(made(filledForm(kind)), nothing);
      expect(Object.keys(readPromotion(copy, later).faults)).toHaveLength(1);
    }
  });

  it('of 满减 that repeats repeats', () => {
    const form = filledForm('off');
    const tiers = form.terms.tiers.slice(0, 1);
    const repeating = { ...form, terms: { ...form.terms, tiers, repeats: true } };
    expect(formOf(made(repeating), known).terms).toMatchObject({ repeats: true, tiers });
  });

  it.each(['rate', 'off', 'price'] as const)('of 限时折扣 by %s is typed as it was', (cutBy) => {
    const form = filledForm('timed');
    const cut = { ...form, terms: { ...form.terms, cutBy, cut: '7.5' } };
    expect(formOf(made(cut), known).terms).toMatchObject({
      cutBy,
      cut: cutBy === 'rate' ? '7.5' : '7.50',
    });
  });
});
