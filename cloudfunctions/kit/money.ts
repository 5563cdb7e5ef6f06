/** Money is a whole number of fen (1 yuan = 100 fen); the brand keeps plain numbers from being mistaken for it. */
export type Fen = number & { readonly __fen: unique symbol };

/** The largest amount that the shop handles: a billion yuan. Times a rate of 100 % in bp it is still exact. */
export const mostFen = 100_000_000_000;

/** A checked amount in fen. Throws a RangeError for fractions, NaN and anything beyond ±{@link mostFen}. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || Math.abs(amount) > mostFen) {
    throw new RangeError(`not an amount in fen: ${amount}`);
  }
  return (amount === 0 ? 0 : amount) as Fen;
}

/** Nothing to pay. */
export const zeroFen = fen(0);

/** The sum of amounts, in fen; 0 for none. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** `quantity` pieces at `unitFen` each. */
export function timesFen(unitFen: number, quantity: number): Fen {
  return fen(unitFen * quantity);
}

/** `rateBp` (1/10 000) of an amount in fen, rounded down, so that a rate never gives more than it says. */
export function rateOfFen(amountFen: number, rateBp: number): Fen {
  return fen(Math.floor((amountFen * rateBp) / 10_000));
}

/**
 * Splits `totalFen` over `weights` (each ≥ 0) in proportion, by largest remainder, ties to the earlier.
 * The parts sum to the total exactly; when all weights are 0 everything goes to the first part.
 * A part never exceeds its weight when the total does not exceed the sum of the weights.
 */
export function splitFen(totalFen: number, weights: readonly number[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (whole === 0) return weights.map((_, index) => fen(index === 0 ? totalFen : 0));
  const [parts, remainders] = partsOf(totalFen, weights, whole);
  let left = totalFen - parts.reduce((done, part) => done + part, 0);
  const byRemainder = weights.map((_, index) => index);
  byRemainder.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const index of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map(fen);
}

/** Each weight's share of the total, rounded to zero, and what that leaves over: products beyond 2^53 need big integers. */
function partsOf(total: number, weights: readonly number[], whole: number): [number[], number[]] {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (Math.abs(total) * largest <= Number.MAX_SAFE_INTEGER) {
    const remainders = weights.map((weight) => (total * weight) % whole);
    return [
      weights.map((weight, index) => (total * weight - (remainders[index] ?? 0)) / whole),
      remainders,
    ];
  }
  const products = weights.map((weight) => BigInt(total) * BigInt(weight));
  return [
    products.map((product) => Number(product / BigInt(whole))),
    products.map((product) => Number(product % BigInt(whole))),
  ];
}

/** An amount in yuan as people write it: `12`, `12.50`, `-0.05`; without a currency sign. */
export function yuanText(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(amountFen) / 100);
  const rest = Math.abs(amountFen) % 100;
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** An amount with its sign, always with two decimals, for sums that stand below each other: `¥12.50`. */
export function moneyText(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : '';
  return `${sign}¥${(Math.abs(amountFen) / 100).toFixed(2)}`;
}
