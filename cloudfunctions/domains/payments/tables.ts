/** Rows of the payments room: money that came, money that goes back, and what could not be believed. */
export interface PaymentTables {
  payments: {
    shopId: string;
    orderId: string;
    transactionId: string;
    amountFen: number;
    /** `gift` is stored value that the shop had given: no money came for it. */
    method: 'wechat' | 'stored' | 'gift';
    outcome: 'paid' | 'reopened' | 'refunding';
    paidAt: number;
    recordedAt: number;
  };
  paymentDoubts: {
    shopId: string;
    doubtId: string;
    number: string;
    transactionId: string;
    problem: string;
    facts: unknown;
    noticedAt: number;
  };
  refunds: {
    shopId: string;
    refundId: string;
    orderId: string;
    transactionId: string;
    number: string;
    amountFen: number;
    state: 'wanted' | 'processing' | 'done' | 'failed';
    reason: string;
    tries: number;
    nextTryAt: number;
    wantedAt: number;
    doneAt: number | null;
  };
}
