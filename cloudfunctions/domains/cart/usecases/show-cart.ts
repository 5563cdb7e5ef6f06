import { skuFacts, type SkuFact } from '../../catalogue/usecases/sku-facts';
import type { VisitorContext } from '../../registry';
import type { CartFacts, CartSku, ShowCart } from '../schema';

/** What the phone needs to show and quote these SKUs. */
export async function showCart(context: VisitorContext, { skuIds }: ShowCart): Promise<CartFacts> {
  const facts = await skuFacts(context, skuIds);
  return { skus: facts.map(cartSku), templates: templatesOf(facts) };
}

/** A SKU as carts show it. */
export function cartSku({
  rateBp: _rate,
  categoryRateBp: _category,
  template: _template,
  ...shown
}: SkuFact): CartSku {
  return shown;
}

/** The freight templates of SKUs, by id. */
export function templatesOf(facts: readonly SkuFact[]): CartFacts['templates'] {
  return Object.fromEntries(facts.map((fact) => [fact.templateId, fact.template]));
}
