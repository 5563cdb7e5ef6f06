import type { Output } from '../../../cloud';
import type { PickedSku } from './picked';

/** The SKUs of a product as forms keep them. */
export function skusOf(product: Output<'catalogue.product'>): PickedSku[] {
  const { productId, title, pictures, skus } = product;
  return skus.map(({ skuId, specValues, pictureUrl, priceFen, left }) => ({
    skuId,
    productId,
    title,
    specText: specValues.join(' '),
    pictureUrl: pictureUrl || (pictures[0] ?? ''),
    priceFen,
    left,
  }));
}
