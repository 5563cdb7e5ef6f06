import type { PromotionKind } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import {
  newPromotionForm,
  type PromotionForm,
  type TermsForm,
} from '../../../../../src/features/offers/promotions/promotionForm';

export const now = Date.parse('2026-11-22T15:04+08:00');
export const id = (n: number) => `0193a5c0-0000-7000-8000-00000000000${n}`;
export const product = (n: number) => ({
  productId: id(n),
  title: '奶瓶',
  pictureUrl: '',
  priceFen: 10_000,
});
export const sku = (n: number) => ({ ...product(n), skuId: id(n), specText: '', left: 9 });
export const good = (change: object = {}) => ({
  sku: sku(1),
  price: '59.90',
  points: '',
  count: '10',
  ...change,
});
export const tier = (atLeast: string, gives: string) => ({ atLeast, gives, sku: null });

/** What each kind needs to be sound. */
const filled: Readonly<Record<PromotionKind, Partial<TermsForm>>> = {
  flash: { goods: [good()], mostPerMember: '2' },
  exchange: { goods: [good({ points: '300', price: '' })] },
  timed: { cutBy: 'rate', cut: '8.5' },
  member: { rates: [{ level: 1, pays: '9.5' }] },
  bundle: {
    items: [
      { product: product(1), quantity: '1' },
      { product: product(2), quantity: '2' },
    ],
    setPrice: '199',
  },
  nth: { nth: 2, nthPays: '5' },
  off: { tiers: [tier('199', '30'), tier('399', '80')] },
  rate: { by: 'pieces', tiers: [tier('2', '9'), tier('3', '8')] },
  gift: { tiers: [{ atLeast: '99', gives: '1', sku: sku(1) }] },
  add_on: { atLeast: '99', goods: [good({ count: '1' })] },
  free_freight: { atLeast: '0' },
};

/** A sound form of a kind, changed. */
export function filledForm(
  kind: PromotionKind,
  change: Partial<PromotionForm> = {},
): PromotionForm {
  const empty = newPromotionForm(kind, now);
  return {
    ...empty,
    name: '活动',
    ...change,
    terms: { ...empty.terms, ...filled[kind], ...change.terms },
  };
}
