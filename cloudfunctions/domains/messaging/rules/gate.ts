import { day, minute, startOfDay } from '../../../kit/time';

/** Why a message does not go now. */
export type GateReason =
  | 'too_late'
  | 'no_template'
  | 'not_accepted'
  | 'opted_out'
  | 'quiet_hours'
  | 'cap_day'
  | 'cap_month'
  | 'no_quota';

/** Everything that decides whether one message may go. */
export interface GateFacts {
  marketing: boolean;
  /** After this it says nothing any more, in ms; null when it always does. */
  goodUntil: number | null;
  /** There is a template for its kind. */
  hasTemplate: boolean;
  /** She accepted messages of this template once. */
  accepted: boolean;
  /** She wants no marketing. */
  optedOut: boolean;
  /** What she accepted and was not sent; null on channels that count none, or when this message has its own already. */
  quotaLeft: number | null;
  /** Other marketing messages that went to her over all channels, today and this month in the shop's zone. */
  wentToday: number;
  wentThisMonth: number;
  terms: GateTerms;
}

/** The shop's own numbers; a quiet time is given in minutes of the day, and may lie over midnight. */
export interface GateTerms {
  marketingPerDay: number;
  marketingPerMonth: number;
  quietFrom: number;
  quietUntil: number;
  offsetMinutes: number;
}

/** An objection; `until` when it is one only for now, in ms. */
export interface Objection {
  reason: GateReason;
  until: number | null;
}

/**
 * Why a message may not go at `nowMs`, or null when it may. Marketing stops at opt-out, quiet hours and caps;
 * what is about a member's own order passes those. Nothing passes the quota.
 */
export function whyNotSend(facts: GateFacts, nowMs: number): Objection | null {
  const { goodUntil, hasTemplate, accepted, quotaLeft, marketing } = facts;
  if (goodUntil !== null && nowMs >= goodUntil) return never('too_late');
  if (!hasTemplate) return never('no_template');
  if (!accepted) return never('not_accepted');
  const held = marketing ? whyNotMarketing(facts, nowMs) : null;
  if (held !== null) return held;
  return quotaLeft !== null && quotaLeft <= 0 ? never('no_quota') : null;
}

function whyNotMarketing(facts: GateFacts, nowMs: number): Objection | null {
  const { optedOut, wentToday, wentThisMonth, terms } = facts;
  if (optedOut) return never('opted_out');
  const until = quietUntil(terms, nowMs);
  if (until !== null) return { reason: 'quiet_hours', until };
  if (wentToday >= terms.marketingPerDay) return never('cap_day');
  return wentThisMonth >= terms.marketingPerMonth ? never('cap_month') : null;
}

/** When the quiet time that `nowMs` lies in is over, or null outside of it. */
function quietUntil(terms: GateTerms, nowMs: number): number | null {
  const { quietFrom, quietUntil: until, offsetMinutes } = terms;
  const dayStart = startOfDay(nowMs, offsetMinutes);
  const at = Math.floor((nowMs - dayStart) / minute);
  const overMidnight = quietFrom > until;
  const isQuiet = overMidnight ? at >= quietFrom || at < until : at >= quietFrom && at < until;
  if (!isQuiet) return null;
  const endsTomorrow = overMidnight && at >= quietFrom;
  return dayStart + (endsTomorrow ? day : 0) + until * minute;
}

function never(reason: GateReason): Objection {
  return { reason, until: null };
}
