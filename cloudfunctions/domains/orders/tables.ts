import type { Quote } from '../cart/rules/quoted';
import type { OrderCredit } from '../referral/rules/credit';
import type { OrderState } from './flow';
import type { Dues } from './rules/dues';

/** Rows of the orders room; amounts in fen, instants in ms. */
export interface OrderTables {
  orders: {
    shopId: string;
    orderId: string;
    number: string;
    memberId: string;
    state: OrderState;
    delivery: 'express' | 'pickup' | 'city';
    storeId: string;
    contactSealed: string | null;
    contactMask: unknown;
    remark: string;
    goodsFen: number;
    discountFen: number;
    freightFen: number;
    payableFen: number;
    /** What coupons, points, stored value and promotions it took. */
    dues: Dues;
    pointsUsed: number;
    storedPrincipalFen: number;
    storedGiftFen: number;
    /** What is left for WeChat Pay: payable less stored value. */
    dueFen: number;
    quote: Quote;
    credit: OrderCredit;
    guideId: string | null;
    shareId: string | null;
    placedAt: number;
    expiresAt: number;
    paidAt: number | null;
    closedAt: number | null;
    closeReason: string | null;
    shippedAt: number | null;
    /** When receipt is confirmed by itself, and whether the shopper has put that off. */
    confirmBy: number | null;
    extended: boolean;
    receivedAt: number | null;
    /** When the after-sale window ends, and the order completes. */
    windowEndsAt: number | null;
    completedAt: number | null;
    /** What the goods came to when its buyer earned by the completed order, after refunds; null before. */
    completedFen: number | null;
    /** After-sales that are not ended yet. */
    openClaims: number;
    /** Goods and freight that went back, of `payableFen`. */
    refundedFen: number;
    refundedFreightFen: number;
  };
  orderLines: {
    shopId: string;
    orderId: string;
    line: number;
    productId: string;
    skuId: string;
    title: string;
    specText: string;
    pictureUrl: string;
    quantity: number;
    listFen: number;
    unitFen: number;
    paidFen: number;
    kind: 'bought' | 'add_on' | 'gift';
    /** Units in parcels or handed over. */
    shippedQuantity: number;
    /** Units that were refunded before they were sent. */
    cancelledQuantity: number;
    /** Units not sent yet that an open after-sale asks the money back for: they wait. */
    askedQuantity: number;
    /** All refunded units, the cancelled among them. */
    refundedQuantity: number;
    refundedFen: number;
  };
  orderEvents: {
    shopId: string;
    orderId: string;
    eventId: string;
    step: string;
    fromState: OrderState | null;
    toState: OrderState;
    actor: 'shopper' | 'guide' | 'manager' | 'wechat' | 'timer';
    actorId: string | null;
    reason: string;
    happenedAt: number;
  };
  invoices: {
    shopId: string;
    orderId: string;
    memberId: string;
    kind: 'person' | 'company';
    /** Title, tax number and mail, under the shop's key. */
    titleSealed: string;
    titleMask: string;
    state: 'asked' | 'issued';
    amountFen: number | null;
    invoiceNumber: string | null;
    askedAt: number;
    issuedBy: string | null;
    issuedAt: number | null;
  };
  idempotencyKeys: {
    shopId: string;
    memberId: string;
    key: string;
    deed: string;
    bodyHash: string;
    resultId: string;
    madeAt: number;
  };
}
