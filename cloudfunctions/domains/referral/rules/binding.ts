import type { Bound } from './credit';

/** A guide's card or order that might bind a member; instants in ms. */
export interface BindingCause {
  guideId: string;
  storeId: string;
  atMs: number;
}

/** How a shop binds its members; ms. */
export interface BindingTerms {
  mode: 'first' | 'protected' | 'last';
  protectedMs: number;
  bindingLivesMs: number;
}

export type BindingReason =
  'first_touch' | 'first_order' | 'after_protection' | 'after_end' | 'last_touch';

/** Why opening a guide's card binds the member to that guide, or null when it does not. */
export function bindsAtTouch(
  bound: Bound | null,
  touch: BindingCause,
  terms: BindingTerms,
): BindingReason | null {
  if (bound === null) return 'first_touch';
  if (bound.guideId === touch.guideId) return null;
  return terms.mode === 'last' ? 'last_touch' : null;
}

/** Why an order credited to a guide by her card binds the buyer to that guide, or null when it does not. */
export function bindsAtOrder(
  bound: Bound | null,
  order: BindingCause,
  terms: BindingTerms,
): BindingReason | null {
  if (bound === null) return 'first_order';
  if (bound.guideId === order.guideId) return null;
  if (order.atMs >= bound.boundAt + terms.bindingLivesMs) return 'after_end';
  if (terms.mode === 'first') return null;
  if (terms.mode === 'last') return 'last_touch';
  return order.atMs > bound.lastServedAt + terms.protectedMs ? 'after_protection' : null;
}
