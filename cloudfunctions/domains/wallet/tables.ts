import type { RechargeState } from './flow';

/** Rows of the wallet room; amounts in fen, instants in ms. The ledger only grows; the wallet keeps its sums. */
export interface WalletTables {
  wallets: { shopId: string; memberId: string; principalFen: number; giftFen: number };
  walletEntries: {
    shopId: string;
    entryId: string;
    memberId: string;
    purse: 'principal' | 'gift';
    fromAccount: 'member' | 'held' | 'shop' | 'spent';
    toAccount: 'member' | 'held' | 'shop' | 'spent';
    fen: number;
    cause: string;
    causeId: string;
    madeAt: number;
  };
  /** Principal that an order's refund returned: money that went back, by order. */
  storedRefunds: {
    shopId: string;
    refundId: string;
    orderId: string;
    amountFen: number;
    doneAt: number;
  };
  recharges: {
    shopId: string;
    rechargeId: string;
    number: string;
    memberId: string;
    principalFen: number;
    giftFen: number;
    state: RechargeState;
    transactionId: string | null;
    key: string;
    madeAt: number;
    expiresAt: number;
    paidAt: number | null;
  };
}
