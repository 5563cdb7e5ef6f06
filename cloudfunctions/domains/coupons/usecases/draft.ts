import type { Refusal } from '../../../kit/refusal';
import { day } from '../../../kit/time';
import { whyNotLevels, whyNotScope, whyNotWindow } from '../../promotions/usecases/draft';
import { refuse } from '../refusals';
import type { CouponDraft } from '../schema';

const mostDaysGood = 2 * 366;

/** Why a batch cannot be as it is written, in a shop with `levels` levels; null when it can. Instants in ms. */
export function whyNotBatch(draft: CouponDraft, levels: number, nowMs: number): Refusal | null {
  const { opensAt, closesAt, giving } = draft;
  const reached =
    giving.by === 'event' && giving.event.on === 'level_up' ? [giving.event.level] : [];
  return (
    whyNotWindow({ startsAt: opensAt, endsAt: closesAt }, nowMs) ??
    whyNotScope(draft.scope) ??
    whyNotLevels({ levels: [...draft.audience.levels, ...reached] }, levels) ??
    whyNotLimits(draft) ??
    whyNotTerms(draft) ??
    whyNotValidity(draft)
  );
}

function whyNotLimits({ total, perMember, perDay, giving }: CouponDraft): Refusal | null {
  const pieces = giving.by === 'packet' ? giving.pieces : 1;
  if (perMember > total || pieces > total) return refuse('limits_too_high');
  return perDay !== null && perDay > perMember ? refuse('day_above_member') : null;
}

/** A coupon takes no more off than it asks for, unless it asks for nothing. */
function whyNotTerms({ terms, thresholdFen }: CouponDraft): Refusal | null {
  const above = terms.kind === 'fixed' && thresholdFen > 0 && terms.offFen > thresholdFen;
  return above ? refuse('off_above_threshold') : null;
}

/** Nobody is given a coupon that is over already. */
function whyNotValidity({ validity, closesAt, opensAt }: CouponDraft): Refusal | null {
  if (validity.by === 'days') return null;
  const { fromAt, untilAt } = validity;
  if (fromAt >= untilAt || untilAt < closesAt) return refuse('ends_while_open');
  const outside = [fromAt, untilAt].some((at) => Math.abs(at - opensAt) > mostDaysGood * day);
  return outside ? refuse('ends_too_far') : null;
}
