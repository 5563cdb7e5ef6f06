import { cartSku } from '../../cart/usecases/cart-sku';
import { offersView } from '../../cart/usecases/offers';
import { citySlots } from '../../guides/rules/city';
import type { AskingContext } from '../../registry';
import type { PreviewOrder } from '../schema';
import { offerOf, readFacts } from './offer';

/** The full quote of what would be ordered, what stands in the way, and what the shopper may choose from. */
export async function previewOrder(asking: AskingContext, wanted: PreviewOrder) {
  const { context, facts } = await readFacts(asking, wanted);
  const { goods, offers, city, ...shown } = await offerOf(context, facts, wanted);
  const { shop, nowMs } = context;
  const told = {
    cityOffered: shop.cityStores.length > 0,
    city:
      city === null
        ? null
        : {
            storeName: city.name,
            minutes: city.terms.minutes,
            slots: citySlots(city.terms, nowMs, shop.offsetMinutes),
          },
  };
  return {
    ...shown,
    ...told,
    skus: goods.map(({ fact }) => cartSku(fact)),
    offers: offersView(offers),
  };
}
