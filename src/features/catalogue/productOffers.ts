import type { Output } from '../../cloud';
import { nothingOffered } from '../../../cloudfunctions/domains/cart/rules/facts';
import { goodsPrice, offersBeside } from '../../../cloudfunctions/domains/cart/rules/goods-price';
import { quote } from '../../../cloudfunctions/domains/cart/rules/quote';
import type { ShopOffers } from '../../stores/offers';
import { takenOf } from './flash';
import type { Product, Sku } from './goods';
import { skuGoods, skuPrice, type ShownPrice } from './prices';

export type Promotion = Output<'cart.offers'>['offers']['promotions'][number];

/** A 秒杀 that sets the price of a SKU now. */
export interface FlashOn {
  readonly endsAtMs: number;
  /** `限购 2 件`; empty without a limit. */
  readonly limitSay: string;
  /** 0 to 100. */
  readonly takenPercent: number;
  /** As many pieces as this buyer gets at its price. */
  readonly most: number;
}

/** A 秒杀 to come, with its lowest price for this product in fen. */
export interface FlashComing {
  readonly startsAtMs: number;
  readonly priceFen: number;
}

/** What offers make of a product for this buyer. */
export interface ProductOffers {
  readonly price: ShownPrice;
  /** Its SKUs have several prices, of which `price` is the lowest. */
  readonly from: boolean;
  readonly flash: FlashOn | null;
  readonly coming: FlashComing | null;
  /** Sets, order promotions and 包邮 that its goods count for. */
  readonly beside: readonly Promotion[];
  /** What one piece would cost with everything that counts for it alone, in fen; null when it is no less. */
  readonly bestFen: number | null;
  /** Points that one piece would earn. */
  readonly earned: number;
}

/** What offers make of a product for this buyer now; `chosen` is the SKU that is chosen, else it is the cheapest. */
export function productOffers(
  product: Product,
  chosen: Sku | null,
  { told, nowMs }: { told: ShopOffers | null; nowMs: number },
): ProductOffers {
  const there = product.skus.filter((sku) => sku.left > 0);
  const priced = (there.length > 0 ? there : product.skus).map((sku) => ({
    sku,
    price: skuPrice(product, sku, { told, nowMs, quantity: 1 }),
  }));
  const [first] = priced.sort((a, b) => a.price.fen - b.price.fen);
  const sku = chosen ?? first?.sku ?? null;
  const last = priced[priced.length - 1];
  const from = chosen === null && (first?.price.fen ?? 0) < (last?.price.fen ?? 0);
  if (sku === null) return { ...plainOffers(product), from };
  const price = skuPrice(product, sku, { told, nowMs, quantity: 1 });
  if (told === null) return { ...plainOffers(product), price, from };
  return {
    price,
    from,
    flash: flashOf(product, sku, { told, nowMs }),
    coming: comingOf(product, { told, nowMs }),
    beside: offersBeside(skuGoods(product, sku), { ...told.offers, nowMs }),
    ...bestOf(product, sku, { told, nowMs }),
  };
}

/** What is known before the shop told its offers. */
function plainOffers({ priceFen, marketFen }: Product): Omit<ProductOffers, 'from'> {
  const price = { fen: priceFen, struckFen: marketFen ?? undefined, pills: [] };
  return { price, flash: null, coming: null, beside: [], bestFen: null, earned: 0 };
}

interface Now {
  told: ShopOffers;
  nowMs: number;
}

/** The 秒杀 that sets the price of one piece of a SKU now, or null. */
export function flashOf(product: Product, sku: Sku, { told, nowMs }: Now): FlashOn | null {
  const { unitFrom, unitRule } = goodsPrice(skuGoods(product, sku), { ...told.offers, nowMs });
  if (unitFrom !== 'flash') return null;
  const rule = told.offers.promotions.find((one) => one.promotionId === unitRule?.ruleId);
  if (rule?.terms.kind !== 'flash') return null;
  const { mostPerMember, goods } = rule.terms;
  const left = rule.standing.pieces[sku.skuId] ?? 0;
  const pieces = goods.find((good) => good.skuId === sku.skuId)?.pieces ?? left;
  return {
    endsAtMs: rule.endsAt,
    limitSay: mostPerMember === null ? '' : `限购 ${mostPerMember} 件`,
    takenPercent: takenOf(left, pieces),
    most: Math.min(left, rule.standing.memberPieces ?? left),
  };
}

/** The next 秒杀 of a product that has not begun, or null. */
function comingOf({ productId }: Product, { told, nowMs }: Now): FlashComing | null {
  const coming = told.flash.filter((one) => one.productId === productId && one.startsAt > nowMs);
  if (coming.length === 0) return null;
  const startsAtMs = Math.min(...coming.map(({ startsAt }) => startsAt));
  const prices = coming.filter((one) => one.startsAt === startsAtMs).map((one) => one.priceFen);
  return { startsAtMs, priceFen: Math.min(...prices) };
}

/** One piece quoted alone, by the rule that quotes the order. */
function bestOf(product: Product, sku: Sku, { told, nowMs }: Now) {
  const line = { ...skuGoods(product, sku), quantity: 1 };
  const quoted = quote({
    ...nothingOffered,
    ...told.offers,
    nowMs,
    lines: [line],
    templates: {},
    destination: null,
  });
  const [only] = quoted.lines;
  const less = only !== undefined && only.paidFen < only.unitFen && only.paidFen > 0;
  return { bestFen: less ? only.paidFen : null, earned: quoted.points.earned };
}
