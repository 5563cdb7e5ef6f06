import type { ListPage } from '../../kit/usePages';

/**
 * A list after its first page was read anew: what is new or changed shows, pages read before stay, and so
 * does the place. An entry that the first page now has is not repeated below it.
 */
export function withFirstPage<T>(
  seen: ListPage<T>,
  first: ListPage<T>,
  idOf: (entry: T) => string,
): ListPage<T> {
  if (first.next === null || seen.items.length <= first.items.length) return first;
  const fresh = new Set(first.items.map(idOf));
  const below = seen.items.slice(first.items.length).filter((entry) => !fresh.has(idOf(entry)));
  return { items: [...first.items, ...below], next: seen.next };
}
