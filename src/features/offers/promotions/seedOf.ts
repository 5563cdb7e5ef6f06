import type { PromotionDraft } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { Seed } from '../preview/sample';
import type { PromotionForm } from './promotionForm';

/** What the sample cart of a promotion is made of: its own goods where it names them, else some within its scope. */
export function seedOf({ kind, terms }: PromotionForm, { scope }: PromotionDraft): Seed {
  switch (kind) {
    case 'flash':
    case 'exchange':
      return { of: 'skus', skus: terms.goods.map(({ sku }) => sku) };
    case 'bundle':
      return { of: 'products', productIds: terms.items.map(({ product }) => product.productId) };
    case 'timed':
    case 'member':
    case 'nth':
    case 'off':
    case 'rate':
    case 'gift':
    case 'add_on':
    case 'free_freight':
      return { of: 'scope', scope };
  }
}
