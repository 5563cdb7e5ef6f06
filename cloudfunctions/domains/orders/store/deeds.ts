import { callFunction, faultCode, faultDetail, repeating } from '../../../platform/database';
import type { Database } from '../../registry';
import type { OrderTables } from '../tables';

/** What happens to a line after it was bought. */
type LineLife =
  'shippedQuantity' | 'cancelledQuantity' | 'askedQuantity' | 'refundedQuantity' | 'refundedFen';
type Line = Omit<OrderTables['orderLines'], 'shopId' | 'orderId' | LineLife>;

/** What happens to an order after it was placed. */
type OrderLife =
  | 'state'
  | 'paidAt'
  | 'closedAt'
  | 'closeReason'
  | 'shippedAt'
  | 'confirmBy'
  | 'extended'
  | 'receivedAt'
  | 'windowEndsAt'
  | 'completedAt'
  | 'completedFen'
  | 'openClaims'
  | 'refundedFen'
  | 'refundedFreightFen';

/** A new order as `place_order` takes it; stock must stand in the order of SKU ids. */
export type OrderDraft = Omit<OrderTables['orders'], OrderLife | 'placedAt'> & {
  key: string;
  bodyHash: string;
  eventId: string;
  nowMs: number;
  /** The version of the promotions that were quoted; another one by now means quoting again. */
  promotionVersion: number;
  /** New ids for what follows when nothing is left to pay. */
  paid: { eventId: string; outboxId: string; entryIds: readonly [string, string] };
  /** The promise of goods that travel within the city; null for others. */
  city: { startsAt: number | null; endsAt: number | null; minutes: number } | null;
  lines: readonly Line[];
  stock: readonly { skuId: string; quantity: number }[];
};

/**
 * What became of a draft: placed, there already under the same key, the key used otherwise, a shelf too empty, or
 * an offer `moved` since it was quoted (a coupon, points, stored value, or a promotion's limits, goods or terms).
 */
export type PlaceOutcome =
  | {
      outcome: 'placed' | 'again';
      orderId: string;
      number: string;
      payableFen: number;
      dueFen: number;
    }
  | { outcome: 'key_reused' }
  | { outcome: 'sold_out'; skuId: string }
  | { outcome: 'moved' };

const shelfTooEmpty = 'SK001';
const offerMoved = /^SK00[2-7]$/;

/** Writes an order with all that belongs to it in one call, which is one commit, or nothing at all. */
export async function placeDraft(db: Database, draft: OrderDraft): Promise<PlaceOutcome> {
  try {
    return await repeating(() =>
      callFunction<PlaceOutcome>(db, draft.city === null ? 'place_order' : 'place_city_order', [
        JSON.stringify(draft),
      ]),
    );
  } catch (fault) {
    if (faultCode(fault) === shelfTooEmpty)
      return { outcome: 'sold_out', skuId: faultDetail(fault) ?? '' };
    if (offerMoved.test(faultCode(fault) ?? '')) return { outcome: 'moved' };
    throw fault;
  }
}

/** Money for an order, as `settle_order` takes it. */
export interface ArrivedPayment {
  shopId: string;
  number: string;
  payerOpenid: string;
  transactionId: string;
  amountFen: number;
  paidAt: number;
  nowMs: number;
  eventId: string;
  outboxId: string;
  refundId: string;
  refundNumber: string;
  /** One for each guide whom the order credits, two at most. */
  entryIds: readonly [string, string];
}

/** What became of money: it paid the order, paid and reopened it, goes back, was recorded before, or is not the order's. */
export type SettleOutcome =
  | { outcome: 'paid' | 'reopened' | 'refunding' }
  | { outcome: 'again'; before: string }
  | { outcome: 'doubt'; problem: 'unknown_number' | 'wrong_amount' | 'foreign_payer' };

/** Records money that arrived in one call, which is one commit; once per transaction id. */
export async function settleMoney(db: Database, payment: ArrivedPayment): Promise<SettleOutcome> {
  return repeating(() =>
    callFunction<SettleOutcome>(db, 'settle_order', [JSON.stringify(payment)]),
  );
}
