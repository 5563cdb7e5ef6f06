import { insist } from '../../../kit/refusal';
import { quote, type Destination, type Quote } from '../../cart/rules/quote';
import { templatesOf } from '../../cart/usecases/show-cart';
import type { WantedLine } from '../../cart/schema';
import { skuFacts, type SkuFact } from '../../catalogue/usecases/sku-facts';
import type { Store } from '../../guides/schema';
import { oneStore } from '../../guides/usecases/stores';
import type { Address } from '../../members/schema';
import { myAddress } from '../../members/usecases/addresses';
import type { Context } from '../../registry';
import { lineProblems, whyNotQuote, type LineProblem } from '../rules/offer';
import type { Delivery } from '../schema';

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
): Promise<Offer> {
  const [facts, address, store] = await Promise.all([
    skuFacts(
      context,
      lines.map((line) => line.skuId),
    ),
    delivery?.kind === 'express' ? myAddress(context, delivery.addressId) : null,
    delivery?.kind === 'pickup' ? oneStore(context, delivery.storeId, true) : null,
  ]);
  const bySku = new Map(facts.map((fact) => [fact.skuId, fact]));
  const wanted = lines.map(({ skuId, quantity }) => ({
    skuId,
    quantity,
    fact: bySku.get(skuId) ?? null,
  }));
  const goods = wanted.flatMap(({ fact, quantity }) => (fact?.onSale ? [{ fact, quantity }] : []));
  const priced = goods.map(({ fact, quantity }) => ({ ...fact, quantity }));
  insist(whyNotQuote(priced));
  const quoted = quote({
    lines: priced,
    templates: templatesOf(facts),
    destination: destinationOf(delivery, address),
  });
  return { goods, quote: quoted, problems: lineProblems(wanted), address, store };
}

function destinationOf(delivery: Delivery | null, address: Address | null): Destination {
  if (delivery?.kind === 'pickup') return { kind: 'pickup' };
  return address === null ? null : { kind: 'express', regionCode: address.regionCode };
}
