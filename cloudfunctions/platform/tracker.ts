import { z } from 'zod';

/** What a carrier is asked about. `sinceMs`: older parcels under the same number are not meant. */
export interface TraceAsked {
  carrier: string;
  number: string;
  /** The last four digits of the receiver's phone; some carriers answer nobody without. */
  phoneTail: string;
  sinceMs: number;
  /** The asker's clock, which a demo may have moved. */
  nowMs: number;
}

const Step = z.object({
  atMs: z.number().int(),
  say: z.string().min(1).max(500),
  place: z.string().max(100).default(''),
});
const Answer = z.object({
  state: z.enum(['waiting', 'collected', 'moving', 'delivering', 'signed', 'trouble']),
  steps: z.array(Step).max(200),
});

/** How far a parcel has come, and its way from the first step on. */
export type Traced = z.output<typeof Answer>;

/** Whoever knows the way of parcels. */
export interface Tracker {
  /** Throws when no usable answer came. */
  trace(asked: TraceAsked): Promise<Traced>;
}

const timeoutMs = 6_000;
const largestBytes = 256 * 1024;

/**
 * A tracker behind an HTTP address: it takes `{carrier, number, phoneTail, sinceMs, nowMs}` by POST and answers
 * `{state, steps: [{atMs, say, place}]}`. A shop puts its contract with an aggregator behind such an address.
 */
export function httpTracker(url: string): Tracker {
  return {
    async trace(asked) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asked),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`the tracker answered ${answer.status}`);
      const text = await answer.text();
      if (text.length > largestBytes) throw new Error('the tracker answered too much');
      const { state, steps } = Answer.parse(JSON.parse(text));
      return { state, steps: [...steps].sort((a, b) => a.atMs - b.atMs) };
    },
  };
}
