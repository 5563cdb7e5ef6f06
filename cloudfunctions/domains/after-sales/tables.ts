import type { AfterSaleKind, AfterSaleState } from './flow';
import type { Back } from './schema';

/** What is kept of a refund, as foreseen or as it came; the commission is for the people who work here. */
export interface KeptBack extends Back {
  commission: { guideId: string; amountFen: number }[];
}

/** Rows of the after-sales room; amounts in fen, instants in ms. */
export interface AfterSaleTables {
  afterSales: {
    shopId: string;
    afterSaleId: string;
    orderId: string;
    memberId: string;
    guideId: string | null;
    kind: AfterSaleKind;
    state: AfterSaleState;
    reason: string;
    words: string;
    pictureIds: string[];
    openedBy: 'shopper' | 'manager';
    escalated: boolean;
    refusal: string | null;
    againUntil: number | null;
    back: KeptBack;
    refundedAt: number | null;
    wechatRefundId: string | null;
    returnCarrier: string | null;
    returnNumber: string | null;
    sentCarrier: string | null;
    sentNumber: string | null;
    restock: boolean | null;
    askedAt: number;
    dueAt: number | null;
    turnAt: number;
    endedAt: number | null;
  };
  afterSaleLines: {
    shopId: string;
    afterSaleId: string;
    orderId: string;
    line: number;
    quantity: number;
    unsent: number;
    toSkuId: string | null;
    toSpecText: string;
  };
  afterSaleEvents: {
    shopId: string;
    eventId: string;
    afterSaleId: string;
    step: string;
    fromState: AfterSaleState | null;
    toState: AfterSaleState;
    actor: 'shopper' | 'guide' | 'manager' | 'wechat' | 'timer';
    actorId: string | null;
    reason: string;
    happenedAt: number;
  };
}
