import { day, hour, startOfDay } from '../../../../kit/time';
import { offsetMinutes } from '../calendar';
import { chanceOf } from '../random';
import type { ShopWorld } from '../types';

/** One day on which a member signed in: when, and how many days in a row it was. */
interface SignedDay {
  readonly atMs: number;
  readonly streak: number;
}

/**
 * The days on which the shopper with this number signed in, in their order. The first shopper signed in on the four
 * days before today, and not yet today.
 */
export function signingDays(world: ShopWorld, index: number, joinedAt: number): SignedDay[] {
  const { seed, nowMs } = world.options;
  const chance = chanceOf(seed, 'signing', index);
  const today = startOfDay(nowMs, offsetMinutes);
  const often = chance.maybe(0.38);
  const runs =
    index === 0
      ? [
          [61, 7],
          [33, 3],
          [4, 4],
        ]
      : often
        ? drawn()
        : [];
  const days = new Set<number>();
  for (const [ago = 0, length = 0] of runs)
    for (let at = 0; at < length; at += 1)
      if (ago - at >= (index === 0 ? 1 : 0)) days.add(ago - at);
  let [before, streak] = [-1, 0];
  return [...days]
    .sort((a, b) => b - a)
    .flatMap((ago): SignedDay[] => {
      const atMs = today - ago * day + Math.floor((7 + chance.next() * 15) * hour);
      // Who signs in today did so before now.
      const signedAt = ago === 0 ? today + Math.floor((nowMs - today) * chance.next()) : atMs;
      if (signedAt < joinedAt) return [];
      streak = ago === before - 1 ? streak + 1 : 1;
      before = ago;
      return [{ atMs: signedAt, streak }];
    });

  /** Some runs of days within the last three months, the latest of them perhaps still going. */
  function drawn(): [number, number][] {
    const count = chance.whole(1, 4);
    const past = Array.from({ length: count }, (): [number, number] => [
      chance.whole(8, 90),
      chance.whole(1, 9),
    ]);
    const going = chance.whole(1, 11);
    return chance.maybe(0.6) ? [...past, [going - 1 + chance.whole(0, 1), going]] : past;
  }
}
