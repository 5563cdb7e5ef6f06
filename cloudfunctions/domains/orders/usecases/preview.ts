import { cartSku } from '../../cart/usecases/show-cart';
import type { AskingContext } from '../../registry';
import type { PreviewOrder } from '../schema';
import { offerOf, readFacts } from './offer';

/** The full quote of what would be ordered, and what stands in the way. */
export async function previewOrder(asking: AskingContext, { lines, delivery }: PreviewOrder) {
  const { context, facts } = await readFacts(asking, lines, delivery);
  const offer = offerOf(context, facts, { lines, delivery });
  const { goods, quote, problems, address, store } = offer;
  return { skus: goods.map(({ fact }) => cartSku(fact)), quote, problems, address, store };
}
