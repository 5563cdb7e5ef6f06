import { z } from 'zod';

const count = z.number().int().min(0).max(1_000_000_000);

/** What may be sent to `POST /faults`; what is left out stays as it is. */
export const FaultChange = z.strictObject({
  /** Calls that end in −1 and do nothing. */
  busy: count.optional(),
  /** Subscribe messages that end in 43101: the member accepted none. */
  noQuota: count.optional(),
  /** Calls that end in 45009: asked too often. */
  limited: count.optional(),
  /** Calls that are never answered and do nothing. */
  timeouts: count.optional(),
  /** Calls that are carried out, but whose answer is lost. */
  loseAnswers: count.optional(),
  /** Access tokens that end at once. */
  endTokens: count.optional(),
  /** Texts and pictures that are not allowed, whatever they are. */
  risky: count.optional(),
});

/** How many of the coming calls go wrong, and how. */
export type Faults = Required<z.infer<typeof FaultChange>>;

/** Nothing goes wrong. */
export const noFaults: Faults = {
  busy: 0,
  noQuota: 0,
  limited: 0,
  timeouts: 0,
  loseAnswers: 0,
  endTokens: 0,
  risky: 0,
};

/** Whether `fault` hits the call at hand; if so, one less is left. */
export function strikes(faults: Faults, fault: keyof Faults): boolean {
  if (faults[fault] === 0) return false;
  faults[fault] -= 1;
  return true;
}
