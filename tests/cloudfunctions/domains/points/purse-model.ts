/** One thing that is done to a member's points; `lives` is how long given points live, in ms. */
export interface Deed {
  kind: 'give' | 'hold' | 'spend' | 'unhold' | 'take' | 'expire';
  points: number;
  id: string;
  lives: number;
}

interface Bucket {
  remaining: number;
  earnedAt: number;
  endsAt: number;
}

interface Held {
  bucket: Bucket;
  points: number;
}

/** A member's points as a list of buckets and nothing else: what the SQL functions are compared with. */
export class PurseModel {
  private points = 0;
  private readonly buckets: Bucket[] = [];
  private readonly held = new Map<string, Held[]>();
  private readonly done = new Set<string>();

  constructor(private readonly livesMs: number) {}

  /** Does it at an instant; false when there were too few points, and then nothing has changed. */
  run(deed: Deed, nowMs: number): boolean {
    if (deed.kind === 'hold') return this.hold(deed, nowMs);
    if (deed.kind === 'spend') this.held.delete(deed.id);
    else if (deed.kind === 'unhold') this.unhold(deed.id, nowMs);
    else if (deed.kind === 'expire' || deed.points > 0) this.expire(nowMs);
    if (deed.kind === 'give' || deed.kind === 'take') this.once(deed, nowMs);
    return true;
  }

  /** The balance, and the buckets that have points left, those that end first before others. */
  standing() {
    return {
      points: this.points,
      buckets: this.queue().map(({ remaining, earnedAt, endsAt }) => ({
        remaining,
        earnedAt,
        endsAt,
      })),
    };
  }

  private queue(): Bucket[] {
    return this.buckets
      .filter(({ remaining }) => remaining > 0)
      .sort((a, b) => a.endsAt - b.endsAt || a.earnedAt - b.earnedAt);
  }

  private expire(nowMs: number): void {
    for (const bucket of this.queue().filter(({ endsAt }) => endsAt <= nowMs)) {
      this.points -= bucket.remaining;
      bucket.remaining = 0;
    }
  }

  private once(deed: Deed, nowMs: number): void {
    const cause = `${deed.kind} ${deed.id}`;
    if (deed.points === 0 || this.done.has(cause)) return;
    this.done.add(cause);
    if (deed.kind === 'take') {
      this.draw(deed.points);
      this.points -= deed.points;
      return;
    }
    const debt = Math.max(0, -this.points);
    const remaining = Math.max(0, deed.points - debt);
    this.buckets.push({ remaining, earnedAt: nowMs, endsAt: nowMs + deed.lives });
    this.points += deed.points;
  }

  private draw(points: number): Held[] {
    let left = points;
    const drawn: Held[] = [];
    for (const bucket of this.queue()) {
      const part = Math.min(left, bucket.remaining);
      if (part === 0) break;
      bucket.remaining -= part;
      left -= part;
      drawn.push({ bucket, points: part });
    }
    return drawn;
  }

  /** Ended points are counted out but stay until something that succeeds lets them end. */
  private hold(deed: Deed, nowMs: number): boolean {
    if (deed.points === 0) return true;
    const ended = this.queue().filter(({ endsAt }) => endsAt <= nowMs);
    const live = this.points - ended.reduce((sum, { remaining }) => sum + remaining, 0);
    if (this.held.has(deed.id)) {
      this.expire(nowMs);
      return true;
    }
    if (live < deed.points) return false;
    this.expire(nowMs);
    this.held.set(deed.id, this.draw(deed.points));
    this.points -= deed.points;
    return true;
  }

  private unhold(id: string, nowMs: number): void {
    this.expire(nowMs);
    const parts = this.held.get(id) ?? [];
    this.held.delete(id);
    const inOrder = [...parts].sort(
      (a, b) => a.bucket.endsAt - b.bucket.endsAt || a.bucket.earnedAt - b.bucket.earnedAt,
    );
    for (const { bucket, points } of inOrder) {
      const paid = Math.min(points, Math.max(0, -this.points));
      bucket.remaining += points - paid;
      bucket.endsAt = Math.max(bucket.endsAt, nowMs + this.livesMs);
      this.points += points;
    }
  }
}
