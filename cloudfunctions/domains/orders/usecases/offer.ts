import { insist, present } from '../../../kit/refusal';
import type { Destination } from '../../cart/rules/facts';
import { quote } from '../../cart/rules/quote';
import type { Quote } from '../../cart/rules/quoted';
import type { Choice, WantedLine } from '../../cart/schema';
import {
  bindingsCountFrom,
  offersIn,
  sideGoodsOf,
  sideSkusKnown,
  type Offers,
  type ShopperOfferRows,
} from '../../cart/usecases/offers';
import { templatesOf } from '../../cart/usecases/cart-sku';
import { skuFact, type SkuFact, type SkuRow } from '../../catalogue/usecases/sku-facts';
import type { Store } from '../../guides/schema';
import { cityOfferOf, type CityOffer } from '../../guides/rules/city';
import { openStore, type StoreRow } from '../../guides/usecases/stores';
import { refuse as refuseMembers } from '../../members/refusals';
import type { Address } from '../../members/schema';
import { openAddress, type AddressRow } from '../../members/usecases/addresses';
import { callerIn, type CallerRow } from '../../members/usecases/sign-in';
import {
  seenBuyer,
  touchesCountFrom,
  type BindingRow,
  type GuideTouchRow,
  type SeenBuyer,
} from '../../referral/usecases/credit';
import type { AskingContext, Context } from '../../registry';
import { cityRoad, cityTold } from '../rules/city-road';
import { lineProblems, whyNotQuote, type LineProblem } from '../rules/offer';
import type { Delivery } from '../schema';
import { findOrderFacts } from '../store/facts';

/** What `order_facts` answers; it found no caller when she never joined. */
interface Facts {
  caller: CallerRow | null;
  goods: SkuRow[];
  address: AddressRow | null;
  store: StoreRow | null;
  touch: GuideTouchRow | null;
  bound: BindingRow | null;
  offers: ShopperOfferRows;
}

/** What is wanted, how it is to reach the shopper, and what she chose of the offers. */
export interface Wanted {
  lines: readonly WantedLine[];
  delivery: Delivery | null;
  choice: Choice;
}

/** What a shopper would get for her lines right now, as preview and order alike see it. */
export interface Offer {
  /** The lines that exist and are on sale, in the order asked for. */
  goods: { fact: SkuFact; quantity: number }[];
  quote: Quote;
  problems: LineProblem[];
  address: Address | null;
  store: Store | null;
  /** The store that brings the goods within the city; null when they travel otherwise, or none serves the address. */
  city: CityOffer | null;
  /** What the quote was made of besides the goods. */
  offers: Offers;
}

/** Finds who asks together with all that her order depends on, and admits her. */
export async function readFacts(
  asking: AskingContext,
  { lines, delivery }: Wanted,
): Promise<{ context: Context; facts: Facts }> {
  const { db, shop, identity, nowMs } = asking;
  const facts = await findOrderFacts<Facts>(db, {
    shopId: shop.shopId,
    openid: identity.openid,
    skuIds: [...new Set([...lines.map((line) => line.skuId), ...sideSkusKnown(asking)])],
    addressId: delivery !== null && 'addressId' in delivery ? delivery.addressId : null,
    storeId: delivery?.kind === 'pickup' ? delivery.storeId : null,
    fromMs: touchesCountFrom(asking),
    toMs: nowMs,
    boundAfter: bindingsCountFrom(asking),
  });
  const caller = asking.admit(callerIn(facts.caller, identity.openid));
  return { context: { ...asking, caller }, facts };
}

/** Quotes what was found. Refuses foreign addresses, closed stores and amounts beyond an order's. */
export async function offerOf(context: Context, facts: Facts, wanted: Wanted): Promise<Offer> {
  const { lines, delivery, choice } = wanted;
  const address = delivery !== null && 'addressId' in delivery ? addressIn(context, facts) : null;
  const city = delivery?.kind === 'city' ? cityOfferIn(context, address) : null;
  const store = delivery?.kind === 'pickup' ? openStore(facts.store) : null;
  const found = facts.goods.map(skuFact);
  const bySku = new Map(found.map((fact) => [fact.skuId, fact]));
  const pieces = lines.map(({ skuId, quantity }) => ({
    skuId,
    quantity,
    fact: bySku.get(skuId) ?? null,
  }));
  const goods = pieces.flatMap(({ fact, quantity }) => (fact?.onSale ? [{ fact, quantity }] : []));
  const priced = goods.map(({ fact, quantity }) => ({ ...fact, quantity }));
  insist(whyNotQuote(priced));
  const offers = await offersIn(context, facts.offers, {
    storeId: city?.storeId ?? store?.storeId ?? null,
    known: found,
  });
  const sides = sideGoodsOf(offers.sideFacts);
  const templates = templatesOf([...found, ...offers.sideFacts]);
  const road =
    delivery?.kind === 'city'
      ? cityRoad({ lines: priced, sideGoods: sides, city, regionCode: address?.regionCode ?? '' })
      : { lines: priced, sideGoods: sides, templates };
  const destination = destinationOf(delivery, address);
  const quoted = quote({ ...offers, ...road, destination, choice });
  const told = city === null ? quoted : cityTold(quoted, city);
  return { goods, quote: told, problems: lineProblems(pieces), address, store, city, offers };
}

function cityOfferIn({ shop }: Context, address: Address | null): CityOffer | null {
  return address === null ? null : cityOfferOf(shop.cityStores, address.regionCode);
}

/** What the facts say of the buyer's guides. */
export function seenIn({ touch, bound }: Facts): SeenBuyer {
  return seenBuyer(touch, bound);
}

function addressIn(context: Context, { address }: Facts): Address {
  return openAddress(context, present(address, refuseMembers('no_such_address')));
}

function destinationOf(delivery: Delivery | null, address: Address | null): Destination {
  if (delivery?.kind === 'pickup') return { kind: 'pickup' };
  return address === null ? null : { kind: 'express', regionCode: address.regionCode };
}
