import { rateOfFen, sumFen, type Fen } from '../../../kit/money';

/** A guide's card that was opened by the buyer; instants in ms. */
export interface GuideTouch {
  touchId: string;
  guideId: string;
  storeId: string;
  shareId: string | null;
  touchedAt: number;
}

/** Whom the buyer is bound to, and when that guide last served her or met her by a card. */
export interface Bound {
  guideId: string;
  storeId: string;
  boundAt: number;
  lastServedAt: number;
}

/** All that decides whose sale an order is. */
export interface CreditFacts {
  touches: readonly GuideTouch[];
  bound: Bound | null;
  /** The post that the buyer herself holds, if she works here. */
  buyer: { role: 'guide' | 'manager'; storeId: string } | null;
  /** Where the order goes when nobody served it: the counter that was chosen, or the shop's first store. */
  fallbackStoreId: string;
  placedAt: number;
}

/** The numbers of the rule; ms and bp. */
export interface CreditTerms {
  touchCountsMs: number;
  bindingLivesMs: number;
  serviceShareBp: number;
}

export type CreditRule = 'touch' | 'owner' | 'store' | 'own_purchase';

/** Whose sale an order is and why; stored on the order, with the evidence. `version` names this rule. */
export interface OrderCredit {
  version: 1;
  rule: CreditRule;
  guideId: string | null;
  storeId: string;
  shareId: string | null;
  /** The owner who keeps a service share when another guide's card wins. */
  serviceGuideId: string | null;
  evidence: { touchId: string | null; touchedAt: number | null; boundAt: number | null };
  /** What is paid for it; filled by {@link commissionParts}. */
  parts: CommissionPart[];
  /** What each line was counted for, as they stand in the order; orders of before do not say. */
  lines?: { baseFen: number; rateBp: number }[];
}

/** One guide's part of an order's commission; amounts in fen. */
export interface CommissionPart {
  guideId: string;
  part: 'sale' | 'service';
  baseFen: Fen;
  amountFen: Fen;
}

/**
 * Whose sale an order is: a guide's own purchase is the store's; else the guide of the last card opened
 * within the time that touches count; else the owner; else the store.
 */
export function creditOrder(facts: CreditFacts, terms: CreditTerms): OrderCredit {
  const { buyer, placedAt } = facts;
  if (buyer?.role === 'guide') return credited('own_purchase', null, buyer.storeId);
  const touch = lastTouch(facts.touches, placedAt - terms.touchCountsMs, placedAt);
  const owner =
    facts.bound !== null && facts.bound.boundAt + terms.bindingLivesMs > placedAt
      ? facts.bound
      : null;
  if (touch !== null) {
    const service = owner !== null && owner.guideId !== touch.guideId ? owner.guideId : null;
    return {
      ...credited('touch', touch.guideId, touch.storeId),
      shareId: touch.shareId,
      serviceGuideId: service,
      evidence: {
        touchId: touch.touchId,
        touchedAt: touch.touchedAt,
        boundAt: owner?.boundAt ?? null,
      },
    };
  }
  if (owner === null) return credited('store', null, facts.fallbackStoreId);
  return {
    ...credited('owner', owner.guideId, owner.storeId),
    evidence: { touchId: null, touchedAt: null, boundAt: owner.boundAt },
  };
}

/** One line of an order as commission sees it: what was paid for it (fen) and the rates that may hold (bp). */
export interface CommissionLine {
  paidFen: number;
  productRateBp: number | null;
  categoryRateBp: number;
}

/** Half of the base: guides never get more of an order, all together. */
const mostBp = 5_000;

/**
 * What guides earn by an order: each line at the rate of its product, else its category, else the guide's
 * level, rounded down by line. The owner's service share is taken from it, rounded down; the sum never
 * exceeds half of the base.
 */
export function commissionParts(
  credit: OrderCredit,
  lines: readonly CommissionLine[],
  guideRateBp: number,
  serviceShareBp: number,
): CommissionPart[] {
  if (credit.guideId === null) return [];
  const baseFen = sumFen(lines.map((line) => line.paidFen));
  const amountFen = sumFen(lines.map((line) => rateOfFen(line.paidFen, rateOf(line, guideRateBp))));
  const serviceFen = credit.serviceGuideId === null ? 0 : rateOfFen(amountFen, serviceShareBp);
  const sale = {
    guideId: credit.guideId,
    part: 'sale' as const,
    baseFen,
    amountFen: sumFen([amountFen, -serviceFen]),
  };
  if (credit.serviceGuideId === null) return [sale];
  return [
    sale,
    { guideId: credit.serviceGuideId, part: 'service', baseFen, amountFen: sumFen([serviceFen]) },
  ];
}

/** The rate of one line, in bp. */
export function rateOf(line: Omit<CommissionLine, 'paidFen'>, guideRateBp: number): number {
  const rate = line.productRateBp ?? (line.categoryRateBp > 0 ? line.categoryRateBp : guideRateBp);
  return Math.min(rate, mostBp);
}

/** What each line counts for in the commission: its base (fen) and its rate (bp). */
export function commissionLines(lines: readonly CommissionLine[], guideRateBp: number) {
  return lines.map((line) => ({ baseFen: line.paidFen, rateBp: rateOf(line, guideRateBp) }));
}

/** Why an order is a guide's, in one sentence for her. */
export function whyCredited(credit: OrderCredit, part: 'sale' | 'service'): string {
  if (part === 'service') return '您是客户的归属导购，得服务分成';
  return credit.rule === 'touch' ? '客户下单前打开了您分享的卡片' : '您是客户的归属导购';
}

function lastTouch(
  touches: readonly GuideTouch[],
  fromMs: number,
  toMs: number,
): GuideTouch | null {
  let last: GuideTouch | null = null;
  for (const touch of touches) {
    if (touch.touchedAt <= fromMs || touch.touchedAt > toMs) continue;
    const later =
      last === null ||
      touch.touchedAt > last.touchedAt ||
      (touch.touchedAt === last.touchedAt && touch.touchId > last.touchId);
    if (later) last = touch;
  }
  return last;
}

function credited(rule: CreditRule, guideId: string | null, storeId: string): OrderCredit {
  return {
    version: 1,
    rule,
    guideId,
    storeId,
    shareId: null,
    serviceGuideId: null,
    evidence: { touchId: null, touchedAt: null, boundAt: null },
    parts: [],
  };
}
