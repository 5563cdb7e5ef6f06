/** Units of a line that became others: so many, in the order in which they were exchanged. */
export interface ExchangedUnits {
  line: number;
  quantity: number;
  toSkuId: string | null;
}

/**
 * What SKU each sent unit of a line is by now. Equal units cannot be told apart: exchanges take from the end, and
 * what is refunded from the front, so that every unit is shelved once, as what it has become.
 */
export function unitsNow(
  { line, skuId, sent }: { line: number; skuId: string; sent: number },
  exchanged: readonly ExchangedUnits[],
): string[] {
  const units = Array.from({ length: sent }, () => skuId);
  for (const one of exchanged) {
    if (one.line !== line || one.toSkuId === null) continue;
    units.fill(one.toSkuId, Math.max(0, sent - one.quantity));
  }
  return units;
}

/** Units that came back, as pieces of SKUs to be shelved: for a refund from the front, for an exchange from the end. */
export function piecesBack(
  units: readonly string[],
  { quantity, before, exchange }: { quantity: number; before: number; exchange: boolean },
): { skuId: string; quantity: number }[] {
  const from = exchange ? Math.max(0, units.length - quantity) : before;
  const counts = new Map<string, number>();
  for (const skuId of units.slice(from, from + quantity))
    counts.set(skuId, (counts.get(skuId) ?? 0) + 1);
  return [...counts].map(([skuId, pieces]) => ({ skuId, quantity: pieces }));
}
