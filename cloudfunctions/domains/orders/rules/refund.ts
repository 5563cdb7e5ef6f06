import { rateOfFen, splitFen, sumFen } from '../../../kit/money';
import type { Quote } from '../../cart/rules/quoted';
import type { OrderCredit } from '../../referral/rules/credit';
import type { OrderState } from '../flow';
import type { Dues } from './dues';

/** A line of an order as far as its refund goes; `line` counts from 1, as the order's quote does. */
export interface RefundableLine {
  line: number;
  skuId: string;
  quantity: number;
  paidFen: number;
  shippedQuantity: number;
  cancelledQuantity: number;
  refundedQuantity: number;
  refundedFen: number;
}

/** All that a refund depends on; amounts in fen. */
export interface RefundFacts {
  state: OrderState;
  payableFen: number;
  freightFen: number;
  dueFen: number;
  storedPrincipalFen: number;
  storedGiftFen: number;
  refundedFen: number;
  refundedFreightFen: number;
  quote: Pick<Quote, 'lines' | 'coupons' | 'points'>;
  dues: Dues;
  credit: Pick<OrderCredit, 'parts' | 'lines'>;
  lines: readonly RefundableLine[];
  /** What a completed order's goods came to then, and the points they earned; null before. */
  earned: { goodsFen: number; points: number } | null;
}

/**
 * So many units of a line; `unsent` of them were never sent. Where that is not said, as many were not as the line has
 * units left that were not.
 */
export interface Units {
  line: number;
  quantity: number;
  unsent?: number;
}

/** One line's part of a refund: what it is worth (fen), and how many of its units were never sent. */
export interface RefundedLine {
  line: number;
  quantity: number;
  skuId: string;
  fen: number;
  unsent: number;
}

/** What comes back when units are refunded; everything is for this refund alone, after those before it. */
export interface RefundParts {
  lines: RefundedLine[];
  goodsFen: number;
  freightFen: number;
  totalFen: number;
  /** Where the total goes: to the WeChat payment first, then to stored value as it was spent. */
  wechatFen: number;
  principalFen: number;
  giftFen: number;
  /** Points that had paid and come back, and earned ones that are taken back. */
  pointsBack: number;
  pointsTaken: number;
  growthTaken: number;
  /** Coupons all of whose lines are refunded in full by now. */
  couponIds: string[];
  /** What each guide's commission falls by. */
  commission: { guideId: string; part: 'sale' | 'service'; baseFen: number; amountFen: number }[];
  /** Nothing is left of the order. */
  whole: boolean;
}

/** Units of a line that may still be refunded. */
export function refundableUnits(line: RefundableLine): number {
  return line.quantity - line.refundedQuantity;
}

/** Units of a line that were neither sent nor refunded. */
export function unsentUnits(line: RefundableLine): number {
  return line.quantity - line.shippedQuantity - line.cancelledQuantity;
}

/** Units of a line that the shopper has and may bring back: sent, and not refunded. */
export function returnableUnits(line: RefundableLine): number {
  return line.shippedQuantity - (line.refundedQuantity - line.cancelledQuantity);
}

/**
 * What comes back for `units`, each line of which has as many left. Of a line whose units are partly sent, those that
 * were not sent are refunded first, unless the units say so themselves or `sentOnly` says that the goods come back.
 * Every amount is the difference of two sums over all that was refunded, so that refunds in any order add up to what
 * was paid, to the fen.
 */
export function refundOf(
  facts: RefundFacts,
  units: readonly Units[],
  sentOnly = false,
): RefundParts {
  const after = facts.lines.map((line) => {
    const { quantity = 0, unsent } = units.find((one) => one.line === line.line) ?? {};
    const never = unsent ?? Math.min(quantity, unsentUnits(line));
    const refunded = line.refundedQuantity + quantity;
    return { line, quantity, unsent: sentOnly ? 0 : never, refunded };
  });
  const lines = after
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity, unsent }) => ({
      line: line.line,
      skuId: line.skuId,
      quantity,
      fen: sumOfUnits(line.paidFen, line.quantity, line.refundedQuantity, quantity),
      unsent,
    }));
  const goodsFen = sumFen(lines.map(({ fen }) => fen));
  const whole = after.every(({ line, refunded }) => refunded === line.quantity);
  const nothingSent = facts.lines.every(({ shippedQuantity }) => shippedQuantity === 0);
  const freightFen = whole && nothingSent ? facts.freightFen - facts.refundedFreightFen : 0;
  const totalFen = goodsFen + freightFen;
  return {
    lines,
    goodsFen,
    freightFen,
    totalFen,
    ...sourcesOf(facts, totalFen),
    pointsBack: pointsBack(facts, lines),
    ...earnedBack(facts, goodsFen),
    couponIds: couponsBack(facts, after, whole && nothingSent),
    commission: commissionBack(facts, lines),
    whole,
  };
}

/** What units `from` to `from + quantity` of a line carry of an amount: the dearer units are the first. */
function sumOfUnits(amount: number, units: number, from: number, quantity: number): number {
  const ones = Array.from({ length: units }, () => 1);
  return sumFen(splitFen(amount, ones).slice(from, from + quantity));
}

/** WeChat's part first, then stored value, its principal and gift as they were spent. */
function sourcesOf(facts: RefundFacts, totalFen: number) {
  const { dueFen, storedPrincipalFen, storedGiftFen, refundedFen } = facts;
  const upTo = (refunded: number) => {
    const wechatFen = Math.min(refunded, dueFen);
    const stored = splitFen(refunded - wechatFen, [storedPrincipalFen, storedGiftFen]);
    return { wechatFen, principalFen: stored[0] ?? 0, giftFen: stored[1] ?? 0 };
  };
  const before = upTo(refundedFen);
  const after = upTo(refundedFen + totalFen);
  return {
    wechatFen: after.wechatFen - before.wechatFen,
    principalFen: after.principalFen - before.principalFen,
    giftFen: after.giftFen - before.giftFen,
  };
}

/** Points that paid for the units: those of the discount by its shares, those of 积分兑换 by the piece. */
function pointsBack(facts: RefundFacts, refunded: readonly RefundedLine[]): number {
  const { quote, dues, lines } = facts;
  const shares = quote.lines.map((line) =>
    line.discounts
      .filter(({ kind }) => kind === 'points')
      .reduce((sum, { shareFen }) => sum + shareFen, 0),
  );
  const paying = shares.some((share) => share > 0) ? splitFen(quote.points.used, shares) : [];
  const exchanged = exchangedPoints(quote, dues);
  return refunded.reduce((sum, { line, quantity }) => {
    const bought = lines.find((one) => one.line === line);
    const points = (paying[line - 1] ?? 0) + (exchanged[line - 1] ?? 0);
    if (bought === undefined || points === 0) return sum;
    return sum + sumOfUnits(points, bought.quantity, bought.refundedQuantity, quantity);
  }, 0);
}

/** What the lines of 积分兑换 cost in points: as the order says, or else in proportion to their list prices. */
function exchangedPoints(quote: RefundFacts['quote'], dues: Dues): number[] {
  const goods = (dues.promotions ?? []).flatMap((promotion) => promotion.goods);
  const weights = quote.lines.map((line) => {
    if (line.unitFrom !== 'exchange') return 0;
    const points = goods.find(({ skuId }) => skuId === line.skuId)?.points;
    return (points ?? line.listFen) * line.quantity;
  });
  if (quote.points.exchanged === 0 || weights.every((weight) => weight === 0)) return [];
  return splitFen(quote.points.exchanged, weights);
}

/** What a completed order's goods had earned and no longer have: points rounded down, growth by the whole yuan. */
function earnedBack(facts: RefundFacts, goodsFen: number) {
  const { earned } = facts;
  if (earned === null || earned.goodsFen <= 0) return { pointsTaken: 0, growthTaken: 0 };
  const refunded = sumFen(facts.lines.map((line) => line.refundedFen));
  const paid = sumFen(facts.lines.map((line) => line.paidFen));
  const before = Math.min(earned.goodsFen, paid - refunded);
  const after = Math.max(0, before - goodsFen);
  const pointsFor = (left: number) => partOfFen(earned.points, left, earned.goodsFen);
  return {
    pointsTaken: pointsFor(before) - pointsFor(after),
    growthTaken: Math.floor(before / 100) - Math.floor(after / 100),
  };
}

interface After {
  line: RefundableLine;
  quantity: number;
  refunded: number;
}

/** Goods coupons whose every line is refunded by this refund, and those of freight that came back. */
function couponsBack(facts: RefundFacts, after: readonly After[], freightBack: boolean): string[] {
  const { quote } = facts;
  return quote.coupons.flatMap(({ couponId }) => {
    const covered = after.filter(({ line }) =>
      quote.lines[line.line - 1]?.discounts.some(({ ruleId }) => ruleId === couponId),
    );
    if (covered.length === 0) return freightBack ? [couponId] : [];
    const all = covered.every(({ line, refunded }) => refunded === line.quantity);
    return all && covered.some(({ quantity }) => quantity > 0) ? [couponId] : [];
  });
}

/**
 * What guides' commission falls by: each line's base falls with its units and is counted again at its rate, rounded
 * down by line as when it was earned; the service share keeps its part of the whole, rounded down.
 */
function commissionBack(
  facts: RefundFacts,
  refunded: readonly RefundedLine[],
): RefundParts['commission'] {
  const { parts } = facts.credit;
  if (parts.length === 0) return [];
  const before = commissionLeft(facts, []);
  const after = commissionLeft(facts, refunded);
  const whole = sumFen(parts.map(({ amountFen }) => amountFen));
  const service = parts.find(({ part }) => part === 'service')?.amountFen ?? 0;
  const serviceOf = (amountFen: number) => partOfFen(service, amountFen, whole);
  const partOf = (amountFen: number, part: 'sale' | 'service') =>
    part === 'service' ? serviceOf(amountFen) : amountFen - serviceOf(amountFen);
  return parts
    .map(({ guideId, part }) => ({
      guideId,
      part,
      baseFen: before.baseFen - after.baseFen,
      amountFen: partOf(before.amountFen, part) - partOf(after.amountFen, part),
    }))
    .filter(({ baseFen, amountFen }) => baseFen !== 0 || amountFen !== 0);
}

/** Base and commission of all that is not refunded, `refunded` taken away besides. */
function commissionLeft(facts: RefundFacts, refunded: readonly RefundedLine[]) {
  const { credit } = facts;
  const counted = credit.lines ?? wholeAsLines(facts);
  const left = facts.lines.map((line) => {
    const { baseFen, rateBp } = counted[line.line - 1] ?? { baseFen: 0, rateBp: 0 };
    const more = refunded.find((one) => one.line === line.line)?.fen ?? 0;
    const goneFen = partOfFen(baseFen, line.refundedFen + more, line.paidFen);
    return { baseFen: baseFen - goneFen, rateBp };
  });
  const baseFen = sumFen(left.map((line) => line.baseFen));
  const byLine = left.map((line) => rateOfFen(line.baseFen, line.rateBp));
  const wholeFen = sumFen(credit.parts.map(({ amountFen }) => amountFen));
  const amountFen =
    credit.lines === undefined
      ? partOfFen(wholeFen, baseFen, credit.parts[0]?.baseFen ?? 0)
      : sumFen(byLine);
  return { baseFen, amountFen };
}

/** An order of before tells only the base of the whole: its lines then have it in proportion to what they cost. */
function wholeAsLines({ credit, lines }: RefundFacts): { baseFen: number; rateBp: number }[] {
  const paid = lines.map(({ paidFen }) => paidFen);
  return splitFen(credit.parts[0]?.baseFen ?? 0, paid).map((baseFen) => ({ baseFen, rateBp: 0 }));
}

/** `amount × part ÷ whole`, rounded down; 0 of nothing. */
function partOfFen(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}
