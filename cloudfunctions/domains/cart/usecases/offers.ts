import { skuFacts, type SkuFact } from '../../catalogue/usecases/sku-facts';
import { pointsFacts } from '../../points/rules/earn';
import { factsOf, sideSkusKept } from '../../promotions/usecases/facts';
import { levelPromotions } from '../../promotions/usecases/levels';
import type { VisitorContext, World } from '../../registry';
import type { Buyer, QuoteFacts, SideGoods } from '../rules/facts';
import type { OffersView } from '../schema';
import { findOffers, type OfferRows } from '../store';
import { cartSku } from './cart-sku';

/** How promotions with limits stand, as the promotions room reads it. */
type Standings = Parameters<typeof factsOf>[2];

export type ShopperOfferRows = OfferRows<Standings>;

/** Everything that a quote depends on besides the goods, where they go, and what the shopper chose. */
export type Offers = Pick<
  QuoteFacts,
  'nowMs' | 'buyer' | 'promotions' | 'coupons' | 'points' | 'stored'
> & {
  /** Gifts and 加价购 goods, with what shows them. */
  sideFacts: SkuFact[];
  /** The version of the promotions that these are. */
  version: number;
};

/** What the shop offers for these SKUs to whoever asks. */
export async function offersFor(
  context: VisitorContext,
  skuIds: readonly string[],
): Promise<Offers> {
  const rows = await findOffers<Standings>(context.db, {
    shopId: context.shop.shopId,
    memberId: context.caller?.memberId ?? null,
    skuIds,
    boundAfter: bindingsCountFrom(context),
    nowMs: context.nowMs,
  });
  return offersIn(context, rows, { storeId: null, known: [] });
}

/** Since when a binding counts, in ms: an older one is over. */
export function bindingsCountFrom({ shop, nowMs }: Pick<World, 'shop' | 'nowMs'>): number {
  return nowMs - shop.settings.referral.bindingLivesMs;
}

/** SKUs of gifts and 加价购 as far as this process knows them, to be read together with the goods. */
export function sideSkusKnown(world: Pick<World, 'shop'>): readonly string[] {
  return sideSkusKept(world.shop.shopId);
}

/**
 * What rows of `shopper_offers` mean. An order that is picked up counts at that store's counter; goods among
 * `known` are not read again.
 */
export async function offersIn(
  world: World,
  rows: ShopperOfferRows,
  { storeId, known }: { storeId: string | null; known: readonly SkuFact[] },
): Promise<Offers> {
  const { version, promotions, sideSkuIds } = await factsOf(world, world.db, rows.standings);
  const missing = sideSkuIds.filter((skuId) => !known.some((fact) => fact.skuId === skuId));
  const read = missing.length === 0 ? [] : await skuFacts(world, missing);
  const { levels } = world.shop.settings;
  return {
    nowMs: world.nowMs,
    buyer: rows.buyer === null ? null : { ...rows.buyer, storeId: storeId ?? rows.buyer.storeId },
    promotions: [...promotions, ...levelPromotions(levels)],
    coupons: rows.coupons,
    points: pointsFacts(world.shop.settings, { points: rows.points, level: levelOf(rows.buyer) }),
    stored: rows.wallet ?? { principalFen: 0, giftFen: 0 },
    sideFacts: [...known.filter((fact) => sideSkuIds.includes(fact.skuId)), ...read],
    version,
  };
}

/** Gifts and 加价购 goods as the quote reads them; what is off sale counts as none left. */
export function sideGoodsOf(facts: readonly SkuFact[]): Record<string, SideGoods> {
  return Object.fromEntries(facts.map((fact) => [fact.skuId, sideGood(fact)]));
}

/** Offers as they travel to the phone, which quotes with them by the same rule. */
export function offersView({ sideFacts, version: _version, ...offers }: Offers): OffersView {
  const sideGoods = sideFacts.map((fact) => [fact.skuId, cartSku(sideGood(fact))] as const);
  return {
    ...offers,
    promotions: [...offers.promotions],
    coupons: [...offers.coupons],
    buyer: offers.buyer === null ? null : { ...offers.buyer, tags: [...offers.buyer.tags] },
    sideGoods: Object.fromEntries(sideGoods),
  };
}

function sideGood(fact: SkuFact): SkuFact {
  return { ...fact, left: fact.onSale ? fact.left : 0 };
}

function levelOf(buyer: Buyer): number {
  return buyer?.level ?? 0;
}
