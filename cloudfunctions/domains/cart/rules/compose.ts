import { fen, sumFen, timesFen, type Fen } from '../../../kit/money';
import { pointsEarned } from '../../points/rules/earn';
import { splitStored } from '../../wallet/rules/proportion';
import type { QuoteFacts } from './facts';
import type { DiscountKind, Quote, QuotedGift, QuotedLine, Saving } from './quoted';
import { forPoints, type Found } from './search/leaf';
import type { Plan } from './search/plan';
import { mostPoints } from './search/purse';
import type { Searched } from './search/search';
import { shareOut } from './search/sums';
import { furtherOf, unusedOf } from './explain/unused';
import type { CartLine } from './unit-prices';

/** The quote that a combination makes, with its reasons. */
export function compose(facts: QuoteFacts, plan: Plan, { found, proved }: Searched): Quote {
  const pointsFen = timesFen(found.points, plan.purse.pointFen);
  const lines = quotedLines(plan, found, pointsFen);
  const savings = savingsOf(plan, found, pointsFen);
  const goodsFen = sumFen(lines.map((line) => line.amountFen));
  const paidFen = sumFen(lines.map((line) => line.paidFen));
  const freightOffFen = fen(
    found.freedBy === null ? (found.freightCoupon?.offFen ?? 0) : found.freightFen,
  );
  const freightFen = fen(found.freightFen - freightOffFen);
  const payableFen = sumFen([paidFen, freightFen]);
  const stored = storedOf(facts, payableFen);
  return {
    lines,
    gifts: giftsOf(found),
    listFen: sumFen(lines.map((line) => line.listFen * line.quantity)),
    goodsFen,
    discountFen: fen(goodsFen - paidFen),
    freight: plan.road.parts(found.stillFen, comingGifts(found)),
    freightOffFen,
    freightFen,
    payableFen,
    storedFen: stored.storedFen,
    dueFen: fen(payableFen - stored.storedFen.principalFen - stored.storedFen.giftFen),
    savings,
    coupons: couponsOf(found),
    points: pointsOf(facts, plan, found, paidFen),
    storedMostFen: stored.mostFen,
    unused: unusedOf({ facts, plan, found }),
    further: furtherOf({ facts, plan, found }),
    deliverable: plan.road.deliverable,
    proved,
  };
}

const comingGifts = (found: Found) => found.gifts.filter((gift) => gift.skipped === null);

/** The lines as they were asked for, then 加价购 goods. */
function quotedLines(plan: Plan, found: Found, pointsFen: Fen): QuotedLine[] {
  const places = plan.lines.flatMap((line, at) => (line.takesPoints ? [at] : []));
  const weights = places.map((at) => found.stillFen[at] ?? 0);
  const pointShares = shareOut(pointsFen, { places, weights }, plan.lines.length);
  const discounts = [
    ...found.afterTiers.applied.map(({ promotion, shares }) => ({
      ruleId: promotion.promotionId,
      kind: promotion.terms.kind as DiscountKind,
      say: promotion.name,
      shares,
    })),
    ...(found.coupon === null
      ? []
      : [
          {
            ruleId: found.coupon.rule.coupon.couponId,
            kind: 'coupon' as const,
            say: found.coupon.rule.coupon.name,
            shares: found.coupon.shares,
          },
        ]),
    { ruleId: 'points', kind: 'points' as const, say: '积分抵现', shares: pointShares },
  ];
  const quoted = plan.lines.map((line, at) =>
    quotedLine(
      line,
      discounts.map(({ shares, ...rule }) => ({ ...rule, shareFen: fen(shares[at] ?? 0) })),
    ),
  );
  const asked = plan.priced.lines.length;
  const inCart: QuotedLine[] = [];
  quoted.slice(0, asked).forEach((line, at) => {
    inCart[plan.lines[at]?.asked ?? at] = line;
  });
  return [...inCart, ...quoted.slice(asked)];
}

function quotedLine(line: CartLine, all: QuotedLine['discounts']): QuotedLine {
  const { goods, unitFen, unitFrom, rule } = line;
  const { skuId, quantity } = goods;
  const discounts = all.filter((discount) => discount.shareFen > 0);
  const amountFen = timesFen(unitFen, quantity);
  const paidFen = fen(amountFen - sumFen(discounts.map((discount) => discount.shareFen)));
  return {
    skuId,
    quantity,
    listFen: fen(goods.listFen),
    unitFen: fen(unitFen),
    unitFrom,
    unitRule: rule === null ? null : { ruleId: rule.promotionId, say: rule.name },
    amountFen,
    discounts,
    paidFen,
    units: unitsOf(paidFen, quantity),
  };
}

/** What units were paid, as {@link unitsPaid} splits it: those that carry the remainder first. */
function unitsOf(paidFen: number, quantity: number): QuotedLine['units'] {
  const dearer = paidFen % quantity;
  const low = fen((paidFen - dearer) / quantity);
  const units = [
    { quantity: dearer, fen: fen(low + 1) },
    { quantity: quantity - dearer, fen: low },
  ];
  return units.filter((unit) => unit.quantity > 0);
}

function giftsOf({ gifts }: Found): QuotedGift[] {
  return gifts.map(({ promotion, goods, quantity, skipped }) => ({
    ruleId: promotion.promotionId,
    say: promotion.name,
    skuId: goods.skuId,
    quantity,
    skipped,
  }));
}

const unitSteps = ['flash', 'exchange', 'timed', 'member', 'add_on'];

/** Unit prices, sets, order promotions, coupon, points, freight. 积分兑换 stands there even when it saves no money. */
function savingsOf(plan: Plan, found: Found, pointsFen: Fen): Saving[] {
  const unit = new Map<string, Saving>();
  for (const { rule, goods, unitFen } of plan.lines) {
    if (rule === null) continue;
    const { promotionId: ruleId, name: say } = rule;
    const saved = (goods.listFen - unitFen) * goods.quantity;
    const before = unit.get(ruleId)?.fen ?? 0;
    unit.set(ruleId, { ruleId, kind: rule.terms.kind, say, fen: fen(before + saved) });
  }
  const units = unitSteps.flatMap((kind) =>
    [...unit.values()].filter((saving) => saving.kind === kind),
  );
  const applied = found.afterTiers.applied.map(({ promotion, offFen }) => ({
    ruleId: promotion.promotionId,
    kind: promotion.terms.kind,
    say: promotion.name,
    fen: fen(offFen),
  }));
  const points: Saving = { ruleId: 'points', kind: 'points', say: '积分抵现', fen: pointsFen };
  return [
    ...units,
    ...applied,
    ...(found.coupon === null ? [] : [couponSaving(found.coupon, 'coupon')]),
    ...(pointsFen > 0 ? [points] : []),
    ...freightSavings(found),
  ];
}

function freightSavings({ freedBy, freightFen, freightCoupon }: Found): Saving[] {
  if (freedBy !== null)
    return [
      {
        ruleId: freedBy.promotionId,
        kind: 'free_freight',
        say: freedBy.name,
        fen: fen(freightFen),
      },
    ];
  return freightCoupon === null ? [] : [couponSaving(freightCoupon, 'freight_coupon')];
}

type Redeemed = NonNullable<Found['freightCoupon']>;

function couponSaving({ rule, offFen }: Redeemed, kind: 'coupon' | 'freight_coupon'): Saving {
  return { ruleId: rule.coupon.couponId, kind, say: rule.coupon.name, fen: fen(offFen) };
}

function couponsOf({ coupon, freightCoupon }: Found): Quote['coupons'] {
  return [coupon, freightCoupon].flatMap((used) => {
    if (used === null) return [];
    const { couponId, batchId } = used.rule.coupon;
    return [{ couponId, batchId, fen: fen(used.offFen) }];
  });
}

/** Step 7: stored value pays in proportion to what is there of principal and gift. */
function storedOf({ stored, choice }: QuoteFacts, payableFen: Fen) {
  const there = {
    principalFen: Math.max(0, stored.principalFen),
    giftFen: Math.max(0, stored.giftFen),
  };
  const mostFen = fen(Math.min(there.principalFen + there.giftFen, payableFen));
  const used = Math.max(0, Math.min(choice.storedFen, mostFen));
  return { mostFen, storedFen: splitStored(used, there) };
}

/** Step 5 and 8. What needs no points has always enough, even when the balance is below nothing. */
function pointsOf(facts: QuoteFacts, plan: Plan, found: Found, paidFen: Fen): Quote['points'] {
  const { balance, pointFen, earnBp } = facts.points;
  const exchanged = plan.lines.reduce((sum, line) => sum + line.points, 0);
  const needed = exchanged + found.points;
  return {
    used: found.points,
    fen: timesFen(found.points, pointFen),
    most: mostPoints(plan.purse, forPoints(plan, found.stillFen)),
    exchanged,
    enough: needed === 0 || balance >= needed,
    earned: pointsEarned(paidFen, earnBp),
  };
}
