/** Chance that can be repeated: the same seed draws the same, on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with this probability. */
  maybe(probability: number): boolean;
  /** One of the values, which must not be empty. */
  pick<T>(values: readonly T[]): T;
  /** The index of one of the weights, each as likely as it is heavy. */
  weighed(weights: readonly number[]): number;
  /** The values in another order. */
  shuffled<T>(values: readonly T[]): T[];
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Chance of its own for each thing that has a name: what one member does never depends on how much was drawn
 * for another, so a part can be made alone. (sfc32, seeded by cyrb128 of the words.)
 */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let [a, b, c, d] = hash(words.join('\u001f'));
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 8; warm += 1) next();
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[whole(0, values.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const weighed = (weights: readonly number[]) => {
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return at;
    }
    return weights.length - 1;
  };
  return { next, whole, maybe: (probability) => next() < probability, pick, weighed, shuffled };

  function shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    const taken: T[] = [];
    while (left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1));
    return taken;
  }
}

/** A UUIDv7 of the instant `atMs`. */
export function idAt(chance: Chance, atMs: number): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const draw = (digits: number) =>
    Math.floor(chance.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = (8 + Math.floor(chance.next() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${draw(3)}-${variant}${draw(3)}-${draw(6)}${draw(6)}`;
}

/** A code of `length` characters of `0-9A-Za-z`. */
export function codeFrom(chance: Chance, length: number): string {
  let code = '';
  while (code.length < length) code += base62[chance.whole(0, 61)] ?? '';
  return code;
}

/** How often something happens that happens `mean` times on average (Poisson, by counting). */
export function times(chance: Chance, mean: number): number {
  const limit = Math.exp(-Math.min(mean, 500));
  let product = chance.next();
  let count = 0;
  while (product > limit) {
    product *= chance.next();
    count += 1;
  }
  return count;
}

function hash(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597_399_067);
    b = c ^ Math.imul(b ^ code, 2_869_860_233);
    c = d ^ Math.imul(c ^ code, 951_274_213);
    d = a ^ Math.imul(d ^ code, 2_716_044_179);
  }
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}
