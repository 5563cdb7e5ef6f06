import { procedure } from '../registry';
import { CartFacts, ShowCart } from './schema';
import { showCart } from './usecases/show-cart';

/** What the cart room offers to the phone. */
export const cartApi = {
  'cart.facts': procedure({
    for: ['visitor'],
    about: 'What the phone needs to show and quote these SKUs',
    input: ShowCart,
    output: CartFacts,
    run: showCart,
  }),
};
