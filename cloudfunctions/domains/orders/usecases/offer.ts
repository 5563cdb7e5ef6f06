import { insist, present } from '../../../kit/refusal';
import { nothingOffered, type Destination } from '../../cart/rules/facts';
import { quote } from '../../cart/rules/quote';
import type { Quote } from '../../cart/rules/quoted';
import { templatesOf } from '../../cart/usecases/show-cart';
import type { WantedLine } from '../../cart/schema';
import { skuFact, type SkuFact, type SkuRow } from '../../catalogue/usecases/sku-facts';
import type { Store } from '../../guides/schema';
import { oneStore } from '../../guides/usecases/stores';
import type { Address } from '../../members/schema';
import { refuse as refuseMembers } from '../../members/refusals';
import { openAddress } from '../../members/usecases/addresses';
import {
  seenBuyer,
  touchesCountFrom,
  type BindingRow,
  type GuideTouchRow,
  type SeenBuyer,
} from '../../referral/usecases/credit';
import type { Context } from '../../registry';
import { lineProblems, whyNotQuote, type LineProblem } from '../rules/offer';
import type { Delivery } from '../schema';
import { findOrderFacts } from '../store/facts';

type AddressRow = Parameters<typeof openAddress>[1];

/** What a shopper would get for her lines right now, as preview and order alike see it. */
export interface Offer {
  /** The lines that exist and are on sale, in the order asked for. */
  goods: { fact: SkuFact; quantity: number }[];
  quote: Quote;
  problems: LineProblem[];
  address: Address | null;
  store: Store | null;
}

/** Reads all facts and quotes them. Refuses foreign addresses, closed stores and amounts beyond an order's. */
export async function readOffer(
  context: Context,
  lines: readonly WantedLine[],
  delivery: Delivery | null,
): Promise<{ offer: Offer; seen: SeenBuyer }> {
  const [found, store] = await Promise.all([
    readFacts(context, lines, delivery),
    delivery?.kind === 'pickup' ? oneStore(context, delivery.storeId, true) : null,
  ]);
  const { facts, address, seen } = found;
  const bySku = new Map(facts.map((fact) => [fact.skuId, fact]));
  const wanted = lines.map(({ skuId, quantity }) => ({
    skuId,
    quantity,
    fact: bySku.get(skuId) ?? null,
  }));
  const goods = wanted.flatMap(({ fact, quantity }) => (fact?.onSale ? [{ fact, quantity }] : []));
  const priced = goods.map(({ fact, quantity }) => ({
    ...fact,
    categoryIds: [],
    tags: [],
    quantity,
  }));
  insist(whyNotQuote(priced));
  const quoted = quote({
    ...nothingOffered,
    nowMs: context.nowMs,
    lines: priced,
    templates: templatesOf(facts),
    destination: destinationOf(delivery, address),
  });
  const offer = { goods, quote: quoted, problems: lineProblems(wanted), address, store };
  return { offer, seen };
}

async function readFacts(
  context: Context,
  lines: readonly WantedLine[],
  delivery: Delivery | null,
) {
  const { db, shop, caller, nowMs } = context;
  const addressId = delivery?.kind === 'express' ? delivery.addressId : null;
  const found = await findOrderFacts<SkuRow, AddressRow, GuideTouchRow, BindingRow>(db, {
    shopId: shop.shopId,
    memberId: caller.memberId,
    skuIds: lines.map((line) => line.skuId),
    addressId,
    fromMs: touchesCountFrom(context),
    toMs: nowMs,
  });
  const row = addressId === null ? null : present(found.address, refuseMembers('no_such_address'));
  return {
    facts: found.goods.map(skuFact),
    address: row === null ? null : openAddress(context, row),
    seen: seenBuyer(found.touches, found.bound ?? undefined),
  };
}

function destinationOf(delivery: Delivery | null, address: Address | null): Destination {
  if (delivery?.kind === 'pickup') return { kind: 'pickup' };
  return address === null ? null : { kind: 'express', regionCode: address.regionCode };
}
