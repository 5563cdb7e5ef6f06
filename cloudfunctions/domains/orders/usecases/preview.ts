import { cartSku } from '../../cart/usecases/cart-sku';
import { offersView } from '../../cart/usecases/offers';
import type { AskingContext } from '../../registry';
import type { PreviewOrder } from '../schema';
import { offerOf, readFacts } from './offer';

/** The full quote of what would be ordered, what stands in the way, and what the shopper may choose from. */
export async function previewOrder(asking: AskingContext, wanted: PreviewOrder) {
  const { context, facts } = await readFacts(asking, wanted);
  const { goods, offers, ...shown } = await offerOf(context, facts, wanted);
  return { ...shown, skus: goods.map(({ fact }) => cartSku(fact)), offers: offersView(offers) };
}
