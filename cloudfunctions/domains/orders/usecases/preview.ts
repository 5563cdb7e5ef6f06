import { cartSku } from '../../cart/usecases/show-cart';
import type { Context } from '../../registry';
import type { PreviewOrder } from '../schema';
import { readOffer } from './offer';

/** The full quote of what would be ordered, and what stands in the way. */
export async function previewOrder(context: Context, { lines, delivery }: PreviewOrder) {
  const { offer } = await readOffer(context, lines, delivery);
  const { goods, quote, problems, address, store } = offer;
  return { skus: goods.map(({ fact }) => cartSku(fact)), quote, problems, address, store };
}
