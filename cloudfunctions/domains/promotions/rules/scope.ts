import type { Scope } from '../schema/scope';

/** What a scope asks of goods. */
export interface ScopedGoods {
  productId: string;
  /** The category and those above it. */
  categoryIds: readonly string[];
  tags: readonly string[];
}

type Named = Pick<Scope, 'productIds' | 'categoryIds' | 'tags'>;

/** Whether goods are within a scope; made once for many goods. What `not` names is never within. */
export function scopeOf(scope: Scope): (goods: ScopedGoods) => boolean {
  const named = namedBy(scope);
  const kept = namedBy(scope.not);
  return (goods) => (scope.all || named(goods)) && !kept(goods);
}

/** Product, any category above it, or any tag: one of them is enough. */
function namedBy(names: Named): (goods: ScopedGoods) => boolean {
  const products = new Set(names.productIds);
  const categories = new Set(names.categoryIds);
  const tags = new Set(names.tags);
  if (products.size + categories.size + tags.size === 0) return () => false;
  return (goods) =>
    products.has(goods.productId) ||
    goods.categoryIds.some((id) => categories.has(id)) ||
    goods.tags.some((tag) => tags.has(tag));
}
