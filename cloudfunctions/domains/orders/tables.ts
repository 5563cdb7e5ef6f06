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
    delivery: 'express' | 'pickup';
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
