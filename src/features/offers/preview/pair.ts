import { quote } from '../../../../cloudfunctions/domains/cart/rules/quote';
import type {
  Buyer,
  Choice,
  PricedLine,
  QuoteFacts,
} from '../../../../cloudfunctions/domains/cart/rules/facts';
import type { Quote } from '../../../../cloudfunctions/domains/cart/rules/quoted';
import type { Coupon } from '../../../../cloudfunctions/domains/coupons/schema';
import type { Promotion } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { Output } from '../../../cloud';
import type { SampleLine } from './sample';

export type CartFacts = Output<'cart.facts'>;

/** What is tried out on a sample: a promotion or a coupon that does not exist yet. */
export interface Tried {
  readonly promotion: Promotion | null;
  readonly coupon: Coupon | null;
  /** When it is tried: when it begins, or now. */
  readonly atMs: number;
  readonly buyer: Buyer;
  /** Where the goods go, in six digits; null leaves freight out. */
  readonly regionCode: string | null;
}

/** What a sample pays without and with what is tried. */
export interface Pair {
  readonly before: Quote;
  readonly after: Quote;
}

/** More points than anything costs: a sample's buyer can always pay with them. */
const enoughPoints = 1_000_000_000;

/** Quotes a sample twice by the shop's own rule; null when the facts know none of its goods. */
export function pairOf(facts: CartFacts, lines: readonly SampleLine[], tried: Tried): Pair | null {
  const priced = pricedLines(facts, lines);
  if (priced.length === 0) return null;
  const base = baseFacts(facts, priced, tried);
  const { promotion, coupon } = tried;
  return {
    before: quote(base),
    after: quote({
      ...base,
      promotions: promotion === null ? base.promotions : [...base.promotions, promotion],
      coupons: coupon === null ? [] : [coupon],
      choice: choiceFor(promotion),
    }),
  };
}

const noChoice: Choice = { points: 0, storedFen: 0, addOns: [] };

/** 积分兑换 and 加价购 are used only by those who ask for them. */
function choiceFor(promotion: Promotion | null): Choice {
  if (promotion === null) return noChoice;
  const { promotionId, terms } = promotion;
  if (terms.kind === 'exchange') return { ...noChoice, exchangeId: promotionId };
  if (terms.kind !== 'add_on') return noChoice;
  const addOns = terms.goods.slice(0, 1).map(({ skuId }) => ({ promotionId, skuId, quantity: 1 }));
  return { ...noChoice, addOns };
}

function baseFacts(facts: CartFacts, lines: readonly PricedLine[], tried: Tried): QuoteFacts {
  const { offers, templates } = facts;
  const { regionCode, atMs, buyer } = tried;
  return {
    nowMs: atMs,
    lines,
    sideGoods: { ...offers.sideGoods, ...sideGoodsOf(facts) },
    templates,
    destination: regionCode === null ? null : { kind: 'express', regionCode },
    buyer,
    promotions: offers.promotions.map(forAnybody),
    coupons: [],
    points: { ...offers.points, balance: enoughPoints },
    stored: { principalFen: 0, giftFen: 0 },
    choice: noChoice,
  };
}

/** What the manager himself has bought limits no other buyer. */
function forAnybody(promotion: Promotion): Promotion {
  return {
    ...promotion,
    standing: { ...promotion.standing, memberUses: null, memberPieces: null },
  };
}

function pricedLines(facts: CartFacts, lines: readonly SampleLine[]): PricedLine[] {
  return lines.flatMap(({ sku, quantity }) => {
    const found = facts.skus.find((one) => one.skuId === sku.skuId);
    return found === undefined ? [] : { ...found, quantity };
  });
}

/** Every SKU that was asked for may be a gift or be sold beside the cart. */
function sideGoodsOf({ skus }: CartFacts): QuoteFacts['sideGoods'] {
  return Object.fromEntries(skus.map((sku) => [sku.skuId, sku]));
}
