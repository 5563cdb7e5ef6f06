import type { PickedProduct, PickedSku } from './picked';
import type { AudienceForm, GoodsForm, ScopeForm } from './scopeForm';

/** What a kept form must look like to be gone on with: one entry in every list. */
export const exampleProduct: PickedProduct = {
  productId: '',
  title: '',
  pictureUrl: '',
  priceFen: 0,
};

export const exampleSku: PickedSku = { ...exampleProduct, skuId: '', specText: '', left: 0 };

const named = { id: '', name: '' };
const goods: GoodsForm = { products: [exampleProduct], categories: [named], tags: [''] };

export const exampleScope: ScopeForm = { ...goods, all: true, not: goods };

export const exampleAudience: AudienceForm = {
  stores: [named],
  levels: [0],
  tags: [''],
  newBuyers: false,
};
