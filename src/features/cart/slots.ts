/**
 * The places that lines keep on the screen: a line that was removed leaves its place empty, so that the
 * others need not be drawn again. Places begin anew when a line comes in or the order is another one.
 */
export function slotsFor(before: readonly string[], now: readonly string[]): readonly string[] {
  let next = 0;
  for (const skuId of before) if (skuId === now[next]) next += 1;
  return next === now.length ? before : now;
}
