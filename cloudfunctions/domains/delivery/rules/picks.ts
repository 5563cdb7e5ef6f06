/** A line as far as picking goes. */
export interface PickLine {
  skuId: string;
  title: string;
  specText: string;
  pictureUrl: string;
  quantity: number;
}

/** The goods of many orders, summed by SKU, in the order of their titles and specs: one walk along the shelves. */
export function picksBySku(lines: readonly PickLine[]): PickLine[] {
  const bySku = new Map<string, PickLine>();
  for (const line of lines) {
    const picked = bySku.get(line.skuId);
    bySku.set(line.skuId, { ...line, quantity: line.quantity + (picked?.quantity ?? 0) });
  }
  return [...bySku.values()]
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => byText(a.title, b.title) || byText(a.specText, b.specText));
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
