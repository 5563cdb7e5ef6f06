import { useMemo } from 'react';
import { useOffers } from '../../stores/offers';
import { shopNow } from '../../stores/shopClock';
import type { Product, Sku } from './goods';
import { productOffers, type ProductOffers } from './productOffers';

/** What offers make of a product for this buyer, worked out anew when the offers or the chosen SKU change. */
export function useProductOffers(product: Product, chosen: Sku | null): ProductOffers {
  const told = useOffers((offers) => offers.told);
  return useMemo(
    () => productOffers(product, chosen, { told, nowMs: shopNow() }),
    [product, chosen, told],
  );
}
