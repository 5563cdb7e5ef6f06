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
    /** What WeChat last said against it: its own code, or why there was no answer. */
    fault: string | null;
    nextTryAt: number;
    wantedAt: number;
    /** When WeChat took it, by WeChat's clock: the day of the bill. Null until it said so. */
    acceptedAt: number | null;
    /** When people were last told that it is stuck. */
    alarmedAt: number | null;
    doneAt: number | null;
  };
  /** Numbers that WeChat closed without paying back; the refund went on under another. */
  refundClosings: {
    shopId: string;
    number: string;
    refundId: string;
    amountFen: number;
    acceptedAt: number | null;
    closedAt: number;
  };
  /** One row for each day whose bill was asked for. */
  bills: {
    shopId: string;
    /** `YYYY-MM-DD` of China, as WeChat Pay's bills go. */
    day: string;
    state: 'waiting' | 'compared';
    tries: number;
    nextTryAt: number;
    fault: string | null;
    payments: number;
    paidFen: number;
    refunds: number;
    refundedFen: number;
    matched: number;
    differences: number;
    comparedAt: number | null;
  };
  billDifferences: {
    shopId: string;
    day: string;
    turn: number;
    kind: 'missing_here' | 'missing_there' | 'amount_differs';
    about: 'payment' | 'refund';
    number: string;
    /** WeChat Pay's number of the payment. */
    tradeNumber: string;
    billFen: number | null;
    shopFen: number | null;
    /** What the shop noted when it would not believe the money. */
    problem: string | null;
  };
}
