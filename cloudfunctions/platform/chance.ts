import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/**
 * `count` random bytes, 4 096 at most. To ask for a few costs as much as to ask for thousands, so they come
 * from a pool; each is given once and forgotten.
 */
export function chanceBytes(count: number): Buffer {
  if (count > pool.length) throw new RangeError('more chance than the pool holds');
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  const given = Buffer.from(pool.subarray(used - count, used));
  pool.fill(0, used - count, used);
  return given;
}
