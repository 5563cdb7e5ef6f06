/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How deep `value` nests: 0 for a plain value, 1 for `[]` or `{}`. Stops counting beyond `limit`. */
export function jsonDepth(value: unknown, limit = 64): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (depth <= limit) {
    const inner: unknown[] = [];
    let nested = false;
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      nested = true;
      // One by one: an array of a hundred thousand is more than a call takes as arguments.
      for (const part of Object.values(item) as unknown[]) inner.push(part);
    }
    if (!nested) return depth;
    depth += 1;
    level = inner;
  }
  return depth;
}

/** One text for equal values whatever the order of their keys, so that two bodies can be compared. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
