import type { Refusal } from '../../../kit/refusal';
import { day } from '../../../kit/time';
import { refuse } from '../refusals';
import type { PromotionDraft, PromotionTerms } from '../schema/promotion';
import type { Audience, Scope } from '../schema/scope';

const mostDays = 366;

/** Why an offer may not begin and end at these instants (ms), or null when it may. */
export function whyNotWindow(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  nowMs: number,
): Refusal | null {
  if (endsAt <= startsAt) return refuse('ends_before_start');
  if (endsAt <= nowMs) return refuse('over_already');
  if (endsAt - startsAt > mostDays * day) return refuse('too_long');
  return startsAt > nowMs + mostDays * day ? refuse('too_far') : null;
}

/** Why a scope is none: it names no goods at all; null when it names some. */
export function whyNotScope({ all, productIds, categoryIds, tags }: Scope): Refusal | null {
  const named = productIds.length + categoryIds.length + tags.length;
  return all || named > 0 ? null : refuse('no_scope');
}

/** Why an audience cannot be, in a shop with `levels` levels; null when it can. */
export function whyNotLevels({ levels }: Pick<Audience, 'levels'>, known: number): Refusal | null {
  const level = levels.find((one) => one >= known);
  return level === undefined ? null : refuse('no_such_level', { level });
}

/** Why a promotion cannot be as it is written, whatever goods the shop has; null when it can. */
export function whyNotDraft(draft: PromotionDraft, known: number, nowMs: number): Refusal | null {
  return (
    whyNotWindow(draft, nowMs) ??
    (carriesGoods(draft.terms) ? null : whyNotScope(draft.scope)) ??
    whyNotLevels(draft.audience, known) ??
    whyNotTerms(draft.terms, known)
  );
}

/** Some kinds name their goods themselves and need no scope. */
function carriesGoods({ kind }: PromotionTerms): boolean {
  return kind === 'flash' || kind === 'exchange' || kind === 'bundle';
}

function whyNotTerms(terms: PromotionTerms, known: number): Refusal | null {
  switch (terms.kind) {
    case 'flash':
    case 'exchange':
    case 'add_on':
      return twice(terms.goods.map(({ skuId }) => skuId)) ? refuse('goods_twice') : null;
    case 'member': {
      const levels = terms.rates.map(({ level }) => level);
      return twice(levels) ? refuse('level_twice') : whyNotLevels({ levels }, known);
    }
    case 'off':
      return whyNotOff(terms);
    case 'rate':
      return rises(terms.tiers, (a, b) => b.paysBp < a.paysBp) ? null : refuse('tiers_not_rising');
    case 'gift':
      return rises(terms.tiers, (a, b) => a.skuId !== b.skuId || b.quantity > a.quantity)
        ? null
        : refuse('tiers_not_rising');
    default:
      return null;
  }
}

function whyNotOff({ by, tiers }: Extract<PromotionTerms, { kind: 'off' }>): Refusal | null {
  if (!rises(tiers, (a, b) => b.offFen > a.offFen)) return refuse('tiers_not_rising');
  const above = by === 'amount' && tiers.some(({ atLeast, offFen }) => offFen > atLeast);
  return above ? refuse('off_above_threshold') : null;
}

/** Each tier asks for more than the one before it, and gives more. */
function rises<T extends { atLeast: number }>(
  tiers: readonly T[],
  givesMore: (before: T, after: T) => boolean,
): boolean {
  return tiers.every((tier, index) => {
    const before = tiers[index - 1];
    return before === undefined || (tier.atLeast > before.atLeast && givesMore(before, tier));
  });
}

function twice(items: readonly (string | number)[]): boolean {
  return new Set(items).size < items.length;
}

/** A promotion's goods as rows: flash and exchange with stock of their own, gifts and 加价购 without. Fen. */
export function goodsOf(terms: PromotionTerms) {
  switch (terms.kind) {
    case 'flash':
      return terms.goods.map((good) => ({ ...good, points: 0 }));
    case 'exchange':
      return terms.goods;
    case 'add_on':
      return terms.goods.map(({ skuId, priceFen }) => sideGood(skuId, priceFen));
    case 'gift':
      return [...new Set(terms.tiers.map(({ skuId }) => skuId))].map((id) => sideGood(id, 0));
    default:
      return [];
  }
}

function sideGood(skuId: string, priceFen: number) {
  return { skuId, priceFen, points: 0, pieces: null };
}
