import { useShownAgain } from '../../kit/useShownAgain';
import { shopNow } from '../../stores/shopClock';
import { useOffers } from '../../stores/offers';
import { cardPrice, type ShownPrice } from './prices';
import type { Goods } from './goods';

/** The price of a product on a card, by what the shop offers now. */
export function useCardPrice(goods: Goods): ShownPrice {
  const told = useOffers((offers) => offers.told);
  return cardPrice(goods, told, shopNow());
}

/** Loads a page of goods together with the offers on them, so that prices are right when first drawn. */
export async function withOffers<T>(load: () => Promise<T>): Promise<T> {
  const [page] = await Promise.all([load(), useOffers.getState().learn()]);
  return page;
}

/** Asks for the offers again when the page is shown again and they have grown old. */
export function useFreshOffers(): void {
  useShownAgain(() => void useOffers.getState().learn());
}
