import { splitFen } from '../../../kit/money';
import { maskName, maskPhone } from '../../../kit/text';
import { dayOf } from '../../../kit/time';
import { newDigits, newId } from '../../../platform/ids';
import type { SkuFact } from '../../catalogue/usecases/sku-facts';
import { citySlotAt, citySlots } from '../../guides/rules/city';
import type { Address } from '../../members/schema';
import { creditFor, type SeenBuyer } from '../../referral/usecases/credit';
import type { Context } from '../../registry';
import { duesOf } from '../rules/dues';
import type { Contact, PlaceOrder } from '../schema';
import type { OrderDraft } from '../store/deeds';
import type { Offer } from './offer';

/** What shopper and shop agreed on, and whose card and guide brought her. */
export interface Agreed {
  orderId: string;
  input: PlaceOrder;
  offer: Offer;
  seen: SeenBuyer;
  bodyHash: string;
}

/** The order as it is written: its quote is stored as it stands, and nothing computes it again. */
export function draftOf(context: Context, agreed: Agreed): OrderDraft {
  const { shop, caller, nowMs } = context;
  const { orderId, input, offer, bodyHash } = agreed;
  const { quote, store, city, offers } = offer;
  const credit = creditOf(context, agreed);
  const lines = linesOf(offer);
  return {
    shopId: shop.shopId,
    orderId,
    number: `${dayOf(nowMs, shop.offsetMinutes).replaceAll('-', '')}${newDigits(14)}`,
    memberId: caller.memberId,
    delivery: input.delivery.kind,
    storeId: city?.storeId ?? store?.storeId ?? credit.storeId,
    ...contactColumns(context, offer.address),
    remark: input.remark,
    goodsFen: quote.goodsFen,
    discountFen: quote.discountFen,
    freightFen: quote.freightFen,
    payableFen: quote.payableFen,
    dues: duesOf(quote, offers.promotions),
    pointsUsed: quote.points.used + quote.points.exchanged,
    storedPrincipalFen: quote.storedFen.principalFen,
    storedGiftFen: quote.storedFen.giftFen,
    dueFen: quote.dueFen,
    quote,
    credit,
    guideId: credit.guideId,
    shareId: credit.shareId,
    expiresAt: nowMs + shop.settings.orders.closeUnpaidMs,
    key: input.key,
    bodyHash,
    eventId: newId(),
    nowMs,
    promotionVersion: offers.version,
    paid: { eventId: newId(), outboxId: newId(), entryIds: [newId(), newId()] },
    city: cityOf(agreed, nowMs, shop.offsetMinutes),
    lines,
    stock: stockOf(lines),
  };
}

/** Commission is earned on what was paid for goods: gifts of the wallet were paid by nobody. */
function creditOf(context: Context, { offer, seen }: Agreed) {
  const { quote, store, city } = offer;
  const parts = [...quote.lines.map(({ paidFen }) => paidFen), quote.freightFen];
  const giftShares = splitFen(quote.storedFen.giftFen, parts);
  return creditFor(context, {
    buyer: context.caller,
    seen,
    lines: quote.lines.map((line, index) => {
      const fact = factOf(offer, line.skuId, index);
      return {
        paidFen: line.paidFen - (giftShares[index] ?? 0),
        productRateBp: fact?.rateBp ?? null,
        categoryRateBp: fact?.categoryRateBp ?? 0,
      };
    }),
    fallbackStoreId: city?.storeId ?? store?.storeId ?? context.shop.mainStoreId,
  });
}

/** What a store promised her: the slot that she chose, or as soon as it can. */
function cityOf({ input, offer: { city } }: Agreed, nowMs: number, offsetMinutes: number) {
  if (input.delivery.kind !== 'city' || city === null) return null;
  const { minutes } = city.terms;
  const slot = citySlotAt(citySlots(city.terms, nowMs, offsetMinutes), input.delivery.slotAt);
  return slot === null ? null : { ...slot, minutes };
}

/** What is known of a quoted line: the goods asked for stand first, then what was added for a price of its own. */
function factOf({ goods, offers }: Offer, skuId: string, index: number): SkuFact | undefined {
  return goods[index]?.fact ?? offers.sideFacts.find((fact) => fact.skuId === skuId);
}

/** Bought goods, then 加价购, then gifts, each a line of its own. */
function linesOf(offer: Offer): OrderDraft['lines'] {
  const { quote, offers } = offer;
  const sold = quote.lines.flatMap((line, index) => {
    const fact = factOf(offer, line.skuId, index);
    const kind = line.unitFrom === 'add_on' ? ('add_on' as const) : ('bought' as const);
    const { quantity, listFen, unitFen, paidFen } = line;
    return fact === undefined ? [] : [{ fact, kind, quantity, listFen, unitFen, paidFen }];
  });
  const given = quote.gifts.flatMap(({ skuId, quantity, skipped }) => {
    const fact = offers.sideFacts.find((side) => side.skuId === skuId);
    if (fact === undefined || skipped !== null) return [];
    const kind = 'gift' as const;
    return [{ fact, kind, quantity, listFen: fact.listFen, unitFen: 0, paidFen: 0 }];
  });
  return [...sold, ...given].map(({ fact, ...amounts }, index) => ({
    line: index + 1,
    productId: fact.productId,
    skuId: fact.skuId,
    title: fact.title,
    specText: fact.specText,
    pictureUrl: fact.pictureUrl,
    ...amounts,
  }));
}

/** Pieces by SKU, in the order of SKU ids, in which stock is locked. */
function stockOf(lines: OrderDraft['lines']): OrderDraft['stock'] {
  const pieces = new Map<string, number>();
  for (const { skuId, quantity } of lines) pieces.set(skuId, (pieces.get(skuId) ?? 0) + quantity);
  return [...pieces]
    .map(([skuId, quantity]) => ({ skuId, quantity }))
    .sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
}

function contactColumns({ ports }: Context, address: Address | null) {
  if (address === null) return { contactSealed: null, contactMask: null };
  const { name, phone, province, city, district, detail } = address;
  const contact: Contact = { name, phone, province, city, district, detail };
  return {
    contactSealed: ports.seal(JSON.stringify(contact)),
    contactMask: { name: maskName(name), phone: maskPhone(phone), region: `${province}${city}` },
  };
}
