import Taro from '@tarojs/taro';
import { exampleAudience, exampleProduct, exampleScope, exampleSku } from '../form/examples';
import { fits } from '../form/fits';
import { kindNamed } from './kinds';
import { emptyTier, newPromotionForm, type PromotionForm } from './promotionForm';

/** Where an unfinished promotion is kept. */
export const promotionKey = 'offers.promotion';

/** The promotion that a manager left unfinished, or null; what is damaged counts as none. */
export function keptPromotion(): PromotionForm | null {
  return promotionIn(Taro.getStorageSync(promotionKey));
}

/** The form in what storage gave, or null. */
export function promotionIn(kept: unknown): PromotionForm | null {
  const example = newPromotionForm('off', 0);
  const whole = {
    ...example,
    scope: exampleScope,
    audience: exampleAudience,
    terms: {
      ...example.terms,
      goods: [{ sku: exampleSku, price: '', points: '', count: '' }],
      rates: [{ level: 0, pays: '' }],
      items: [{ product: exampleProduct, quantity: '' }],
      tiers: [{ atLeast: '', gives: '' }],
      notProvinces: [''],
    },
  };
  if (!fits(kept, whole)) return null;
  const form = kept as PromotionForm;
  const gifts = form.terms.tiers.every(({ sku }) => sku === null || fits(sku, exampleSku));
  if (!gifts || kindNamed(form.kind) === null) return null;
  const { cutBy, by, tiers } = form.terms;
  if (!['rate', 'off', 'price'].includes(cutBy) || !['amount', 'pieces'].includes(by)) return null;
  return tiers.length > 0 ? form : { ...form, terms: { ...form.terms, tiers: [emptyTier] } };
}
