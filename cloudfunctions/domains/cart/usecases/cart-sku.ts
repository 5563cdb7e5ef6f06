import type { SkuFact } from '../../catalogue/usecases/sku-facts';
import type { CartFacts, CartSku } from '../schema';

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
