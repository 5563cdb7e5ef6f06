import { goodsPrice } from '../../../cloudfunctions/domains/cart/rules/goods-price';
import type { FlashGood, ShopOffers } from '../../stores/offers';
import type { Goods, Product, Sku } from './goods';

/** A price as it is drawn: what this buyer pays, what it was, and why in at most two pills. */
export interface ShownPrice {
  readonly fen: number;
  /** The list price that an offer lowered, else the market price; undefined where neither is higher. */
  readonly struckFen: number | undefined;
  readonly pills: readonly string[];
}

type CardGoods = Pick<Goods, 'productId' | 'priceFen' | 'marketFen' | 'categoryIds' | 'tags'>;

/**
 * The lowest price at which somebody gets a product now: that of a running 秒杀 that has pieces for her, or
 * the one of its cheapest SKU. Before the shop told its offers it is the list price.
 */
export function cardPrice(goods: CardGoods, told: ShopOffers | null, nowMs: number): ShownPrice {
  const { productId, priceFen, marketFen } = goods;
  const whole = marketFen ?? undefined;
  if (told === null) return { fen: priceFen, struckFen: whole, pills: [] };
  const flash = told.flash.filter((good) => good.productId === productId && isOn(good, nowMs));
  const prices = [
    ...flash.map((good) => ({ skuId: good.skuId, listFen: good.listFen })),
    { skuId: '', listFen: priceFen },
  ].map((sku) => goodsPrice({ ...pricedGoods(goods), ...sku }, { ...told.offers, nowMs }));
  const lowest = prices.reduce((low, price) => (price.unitFen < low.unitFen ? price : low));
  return {
    fen: lowest.unitFen,
    struckFen: lowest.unitFen < lowest.listFen ? lowest.listFen : whole,
    pills: lowest.pills.map(({ say }) => say),
  };
}

/** The price of so many pieces of a SKU, each, with its reasons. */
export function skuPrice(
  product: Product,
  sku: Sku,
  { told, nowMs, quantity }: { told: ShopOffers | null; nowMs: number; quantity: number },
): ShownPrice {
  const whole = sku.marketFen ?? undefined;
  if (told === null) return { fen: sku.priceFen, struckFen: whole, pills: [] };
  const price = goodsPrice(skuGoods(product, sku), { ...told.offers, nowMs }, quantity);
  return {
    fen: price.unitFen,
    struckFen: price.unitFen < price.listFen ? price.listFen : whole,
    pills: price.pills.map(({ say }) => say),
  };
}

/** A SKU as offers read it; what only freight reads is left empty. */
export function skuGoods(product: Product, { skuId, priceFen }: Sku) {
  return { ...pricedGoods(product), skuId, listFen: priceFen };
}

/** Whether a 秒杀 runs now and has pieces left. */
function isOn({ startsAt, endsAt, left }: FlashGood, nowMs: number): boolean {
  return startsAt <= nowMs && nowMs < endsAt && left > 0;
}

function pricedGoods({
  productId,
  categoryIds,
  tags,
}: Pick<Goods, 'productId' | 'categoryIds' | 'tags'>) {
  return { productId, categoryIds, tags, templateId: '', weightGrams: 0 };
}
