import { idAt, type Chance } from '../random';
import type { Dealings } from '../types';
import type { Agenda } from './agenda';

type Entry = Dealings['pointsEntries'][number];
type Bucket = Dealings['buckets'][number] & { remaining: number };

/** Why points come or go; each cause once with its id. */
export interface Cause {
  readonly cause: string;
  readonly causeId: string;
}

/** One member's points: what she has, and every entry that made it so. */
export interface PointsBook {
  readonly balance: () => number;
  readonly buckets: readonly Bucket[];
  readonly entries: readonly Entry[];
  /** Gives points that end at `endsAt`. */
  give(points: number, why: Cause, atMs: number, endsAt: number): void;
  /** Spends points at once, those that end first before others. */
  spend(points: number, why: Cause, atMs: number): void;
  /** Spends points that waited for a payment from `heldAt` until `paidAt`. */
  pay(points: number, why: Cause, heldAt: number, paidAt: number): void;
}

/** A book without points. Buckets end by themselves, by way of the agenda. */
export function pointsBook(memberId: string, chance: Chance, agenda: Agenda): PointsBook {
  const buckets: Bucket[] = [];
  const entries: Entry[] = [];
  const move = (from: Entry['fromAccount'], to: Entry['toAccount'], moved: Moved, atMs: number) => {
    const { points, bucketId, cause, causeId } = moved;
    const entryId = idAt(chance, atMs);
    // What ends has no cause beside itself.
    entries.push({
      ...{ entryId, memberId, fromAccount: from, toAccount: to, points, bucketId, cause },
      causeId: causeId ?? entryId,
      madeAt: atMs,
    });
  };
  return {
    balance: () => buckets.reduce((sum, { remaining }) => sum + remaining, 0),
    buckets,
    entries,
    give(points, why, atMs, endsAt) {
      if (points === 0) return;
      const bucketId = idAt(chance, atMs);
      const bucket = { bucketId, memberId, points, remaining: points, earnedAt: atMs, endsAt };
      buckets.push(bucket);
      move('shop', 'member', { points, bucketId, ...why }, atMs);
      agenda.at(endsAt, () => {
        const { remaining } = bucket;
        bucket.remaining = 0;
        const ended = { points: remaining, bucketId, cause: 'expired', causeId: null };
        if (remaining > 0) move('member', 'expired', ended, endsAt);
      });
    },
    spend(points, why, atMs) {
      for (const part of draw(buckets, points, atMs))
        move('member', 'spent', { ...part, ...why }, atMs);
    },
    pay(points, why, heldAt, paidAt) {
      for (const part of draw(buckets, points, heldAt)) {
        move('member', 'held', { ...part, ...why }, heldAt);
        move('held', 'spent', { ...part, ...why }, paidAt);
      }
    },
  };
}

interface Moved {
  readonly points: number;
  readonly bucketId: string;
  readonly cause: string;
  readonly causeId: string | null;
}

/** Takes points out of living buckets, those that end first before others. Throws when they have too few. */
function draw(buckets: readonly Bucket[], points: number, atMs: number) {
  const parts: { bucketId: string; points: number }[] = [];
  const living = buckets.filter(({ remaining, endsAt }) => remaining > 0 && endsAt > atMs);
  living.sort((a, b) => a.endsAt - b.endsAt || a.earnedAt - b.earnedAt);
  let left = points;
  for (const bucket of living) {
    const part = Math.min(left, bucket.remaining);
    if (part === 0) break;
    bucket.remaining -= part;
    left -= part;
    parts.push({ bucketId: bucket.bucketId, points: part });
  }
  if (left > 0) throw new RangeError('more points than there are');
  return parts;
}
