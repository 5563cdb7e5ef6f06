import { procedure } from '../registry';
import { Nothing } from '../members/schema';
import { CartFacts, ShopOffers, ShowCart } from './schema';
import { showCart, showOffers } from './usecases/show-cart';

/** What the cart room offers to the phone. */
export const cartApi = {
  'cart.facts': procedure({
    for: ['visitor'],
    about: 'What the phone needs to show and quote these SKUs',
    input: ShowCart,
    output: CartFacts,
    run: showCart,
  }),
  'cart.offers': procedure({
    for: ['visitor'],
    about: 'What the shop offers right now, with the goods of its flash sales',
    input: Nothing,
    output: ShopOffers,
    run: showOffers,
  }),
};
