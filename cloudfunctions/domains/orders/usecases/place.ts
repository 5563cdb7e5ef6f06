import { canonicalJson } from '../../../kit/json';
import { insist, Refused } from '../../../kit/refusal';
import { maskName, maskPhone } from '../../../kit/text';
import { dayOf } from '../../../kit/time';
import { newDigits, newId } from '../../../platform/ids';
import { fingerprint } from '../../../platform/secret';
import type { Address } from '../../members/schema';
import { creditFor, type SeenBuyer } from '../../referral/usecases/credit';
import type { AskingContext, Context } from '../../registry';
import { refuse } from '../refusals';
import { whyNotPlace } from '../rules/offer';
import type { Contact, PlacedOrder, PlaceOrder } from '../schema';
import { placeDraft, type OrderDraft } from '../store/deeds';
import { findPlaced } from '../store/find';
import { offerOf, readFacts, seenIn, type Offer } from './offer';

/**
 * Places an order: what the shopper saw is quoted again, its credit is decided, and everything is written in
 * one call or not at all. The same key with the same body gives the order of before, even when by now the
 * shelf is empty or the price another.
 */
export async function placeOrder(asking: AskingContext, input: PlaceOrder): Promise<PlacedOrder> {
  const { key, ...body } = input;
  const bodyHash = fingerprint(canonicalJson(body));
  const { context, facts } = await readFacts(asking, input.lines, input.delivery);
  try {
    const offer = offerOf(context, facts, input);
    insist(whyNotPlace({ ...offer, expectedFen: input.payableFen }));
    return await place(context, draftOf(context, { input, offer, seen: seenIn(facts), bodyHash }));
  } catch (fault) {
    const before =
      fault instanceof Refused
        ? await findPlaced(context.db, context.shop.shopId, context.caller.memberId, key)
        : undefined;
    if (before === undefined) throw fault;
    insist(before.bodyHash === bodyHash ? null : refuse('key_reused'));
    return { orderId: before.orderId, number: before.number, payableFen: before.payableFen };
  }
}

async function place({ db }: Context, draft: OrderDraft): Promise<PlacedOrder> {
  const placed = await placeDraft(db, draft);
  if (placed.outcome === 'key_reused') throw new Refused(refuse('key_reused'));
  if (placed.outcome === 'sold_out') throw new Refused(refuse('sold_out', { skuId: placed.skuId }));
  const { orderId, number, payableFen } = placed;
  return { orderId, number, payableFen };
}

interface Agreed {
  input: PlaceOrder;
  offer: Offer;
  seen: SeenBuyer;
  bodyHash: string;
}

function draftOf(context: Context, { input, offer, seen, bodyHash }: Agreed): OrderDraft {
  const { shop, caller, nowMs, ports } = context;
  const { quote, goods, address, store } = offer;
  const credit = creditFor(context, {
    buyer: caller,
    seen,
    lines: goods.map(({ fact }, index) => ({
      paidFen: quote.lines[index]?.paidFen ?? 0,
      productRateBp: fact.rateBp,
      categoryRateBp: fact.categoryRateBp,
    })),
    fallbackStoreId: store?.storeId ?? shop.mainStoreId,
  });
  return {
    shopId: shop.shopId,
    orderId: newId(),
    number: `${dayOf(nowMs, shop.offsetMinutes).replaceAll('-', '')}${newDigits(14)}`,
    memberId: caller.memberId,
    delivery: input.delivery.kind,
    storeId: store?.storeId ?? credit.storeId,
    contactSealed: address === null ? null : ports.seal(JSON.stringify(contactOf(address))),
    contactMask:
      address === null
        ? null
        : {
            name: maskName(address.name),
            phone: maskPhone(address.phone),
            region: `${address.province}${address.city}`,
          },
    remark: input.remark,
    goodsFen: quote.goodsFen,
    discountFen: quote.discountFen,
    freightFen: quote.freightFen,
    payableFen: quote.payableFen,
    quote,
    credit,
    guideId: credit.guideId,
    shareId: credit.shareId,
    expiresAt: nowMs + shop.settings.orders.closeUnpaidMs,
    key: input.key,
    bodyHash,
    eventId: newId(),
    nowMs,
    lines: linesOf(offer),
    stock: goods
      .map(({ fact, quantity }) => ({ skuId: fact.skuId, quantity }))
      .sort((a, b) => (a.skuId < b.skuId ? -1 : 1)),
  };
}

function linesOf({ goods, quote }: Offer): OrderDraft['lines'] {
  return goods.map(({ fact, quantity }, index) => ({
    line: index + 1,
    productId: fact.productId,
    skuId: fact.skuId,
    title: fact.title,
    specText: fact.specText,
    pictureUrl: fact.pictureUrl,
    quantity,
    unitFen: quote.lines[index]?.unitFen ?? 0,
    paidFen: quote.lines[index]?.paidFen ?? 0,
  }));
}

function contactOf({ name, phone, province, city, district, detail }: Address): Contact {
  return { name, phone, province, city, district, detail };
}
