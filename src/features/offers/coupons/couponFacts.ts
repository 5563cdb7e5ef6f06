import { couponText } from '../../../../cloudfunctions/domains/coupons/rules/text';
import type { WatchedBatch } from '../../../../cloudfunctions/domains/coupons/schema';
import { groupedCount, groupedMoney } from '../amounts';
import type { FactRow } from '../FactRows';
import type { LevelName } from '../form/levels';
import { momentText } from '../form/moments';
import { audienceRows, scopeRows } from '../form/namedWords';
import { audienceText, percentOf, scopeText } from '../form/offerWords';
import type { Names } from '../form/scopeForm';
import type { OfferFacts } from '../OfferCard';
import { couponKindName, givingText, validityText } from './couponWords';

/** A batch as its card says it. */
export function couponFacts(
  made: WatchedBatch,
  levels: readonly LevelName[],
  nowMs: number,
): OfferFacts {
  const { terms, name, state, opensAt, closesAt, scope, audience, giving, validity } = made;
  const { claimed, total, used, spentFen, broughtFen } = made;
  return {
    ...{ name, state },
    kindName: couponKindName(terms.kind),
    rule: couponText(made),
    startsAt: opensAt,
    endsAt: closesAt,
    notes: [
      givingText(giving, levels),
      validityText(validity, nowMs),
      scopeText(scope),
      audienceText(audience, levels),
    ],
    stats: [
      { label: '用了', value: `${groupedCount(used)} 张` },
      { label: '让利', value: groupedMoney(spentFen) },
      { label: '带来', value: groupedMoney(broughtFen) },
    ],
    bar: {
      say: `发了 ${groupedCount(claimed)} / ${groupedCount(total)} 张`,
      percent: percentOf(claimed, total),
    },
  };
}

interface Known {
  readonly names: Names;
  readonly levels: readonly LevelName[];
  readonly nowMs: number;
}

/** All terms of a batch in plain words, a line each. */
export function couponRows(made: WatchedBatch, { names, levels, nowMs }: Known): FactRow[] {
  const { scope, audience, giving, validity, opensAt, closesAt, perMember, perDay, budgetFen } =
    made;
  return [
    ...scopeRows(scope, names),
    { name: '怎么发', value: givingText(giving, levels) },
    {
      name: '发放时间',
      value: `${momentText(opensAt, nowMs)}\n至 ${momentText(closesAt, nowMs)}`,
    },
    { name: '有效期', value: validityText(validity, nowMs) },
    { name: '总量', value: `${groupedCount(made.total)} 张` },
    { name: '每人最多', value: `${perMember} 张` },
    { name: '每人每天', value: perDay === null ? '不限' : `${perDay} 张` },
    {
      name: '预算',
      value:
        budgetFen === null
          ? '不限'
          : `${groupedMoney(budgetFen)}，用了 ${percentOf(made.spentFen, budgetFen)}%`,
    },
    ...audienceRows(audience, names, levels),
  ];
}
