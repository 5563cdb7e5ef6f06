import { fen, type Fen } from '../../../kit/money';
import { scopeOf } from '../../promotions/rules/scope';
import { inOrder, whyNotRunning } from '../../promotions/rules/standing';
import { promotionPill } from '../../promotions/rules/text';
import type { Promotion } from '../../promotions/schema/promotion';
import type { PricedLine, QuoteFacts } from './facts';
import type { UnitFrom } from './quoted';
import { priceLines } from './unit-prices';

/** What one piece of a SKU costs this buyer now, in fen, and what else there is for it. */
export interface GoodsPrice {
  listFen: Fen;
  unitFen: Fen;
  unitFrom: UnitFrom;
  /** The promotion that sets the price; null for the list price. */
  unitRule: { ruleId: string; say: string; endsAt: number } | null;
  /** What the price is, then what its goods are in: at most two, such as `秒杀`, `满299减40`. */
  pills: { ruleId: string; say: string }[];
}

const mostPills = 2;

type OffersNow = Pick<QuoteFacts, 'nowMs' | 'buyer' | 'promotions'>;

/**
 * The price of one piece of a SKU for this buyer now, by the rule of step 1, with its reasons in few words. An
 * activity that would not give `quantity` pieces gives none, so the price depends on them.
 */
export function goodsPrice(
  sku: Omit<PricedLine, 'quantity'>,
  offers: OffersNow,
  quantity = 1,
): GoodsPrice {
  const { line, rule, others } = pricedBy(sku, offers, quantity);
  return {
    listFen: fen(sku.listFen),
    unitFen: fen(line?.unitFen ?? sku.listFen),
    unitFrom: line?.unitFrom ?? 'list',
    unitRule:
      rule === null ? null : { ruleId: rule.promotionId, say: rule.name, endsAt: rule.endsAt },
    pills: [...(rule === null ? [] : [rule]), ...others]
      .slice(0, mostPills)
      .map((each) => ({ ruleId: each.promotionId, say: promotionPill(each) })),
  };
}

/** What else counts for a SKU at its price: sets, order promotions and 包邮, in their order. */
export function offersBeside(sku: Omit<PricedLine, 'quantity'>, offers: OffersNow): Promotion[] {
  return pricedBy(sku, offers, 1).others;
}

function pricedBy(
  sku: Omit<PricedLine, 'quantity'>,
  { nowMs, buyer, promotions }: OffersNow,
  quantity: number,
) {
  const running = promotions
    .filter((promotion) => whyNotRunning(promotion, nowMs, buyer) === null)
    .sort(inOrder);
  const wanted = { ...sku, quantity };
  const [line] = priceLines([wanted], { running, buyer, exchangeId: undefined }).lines;
  const rule = line?.rule ?? null;
  const others = rule?.withPromotions === false ? [] : running.filter((each) => covers(each, sku));
  return { line, rule, others };
}

/** Whether a set, an order promotion or 包邮 is for these goods. */
function covers({ terms, scope }: Promotion, goods: Omit<PricedLine, 'quantity'>): boolean {
  switch (terms.kind) {
    case 'flash':
    case 'exchange':
    case 'timed':
    case 'member':
      return false;
    case 'bundle':
      return terms.items.some((item) => item.productId === goods.productId);
    default:
      return scopeOf(scope)(goods);
  }
}
