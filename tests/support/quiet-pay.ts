import type { BillRow } from '../../cloudfunctions/platform/wechat-pay/bill';
import type { PayClient } from '../../cloudfunctions/platform/wechat-pay/client';
import type { Refund } from '../../cloudfunctions/platform/wechat-pay/refund';
import type { Transaction } from '../../cloudfunctions/platform/wechat-pay/transaction';
import { fen } from '../../cloudfunctions/kit/money';

/** WeChat Pay for tests that need no wire: says what it is told to, and keeps what it was asked. */
export function quietPay() {
  const transactions = new Map<string, Transaction>();
  const refunds = new Map<string, Refund>();
  const closed: string[] = [];
  const bills = new Map<string, BillRow[]>();
  const pay: PayClient = {
    prepay: ({ outTradeNo }) => Promise.resolve({ prepayId: `wx${outTradeNo}` }),
    signForPhone: (prepayId) => ({
      timeStamp: '1',
      nonceStr: 'n',
      package: `prepay_id=${prepayId}`,
      signType: 'RSA',
      paySign: 's',
    }),
    query: (number) => Promise.resolve(transactions.get(number) ?? null),
    close: (number) => {
      if (transactions.has(number)) return Promise.resolve('paid');
      closed.push(number);
      return Promise.resolve('closed');
    },
    refund: ({ outTradeNo, outRefundNo, amountFen, totalFen }) => {
      const made: Refund = refunds.get(outRefundNo) ?? {
        outRefundNo,
        refundId: `50${outRefundNo}`,
        outTradeNo,
        transactionId: `4200${outTradeNo}`,
        status: 'SUCCESS',
        amountFen: fen(amountFen),
        totalFen: fen(totalFen),
        createdAtMs: 0,
        successAtMs: 0,
      };
      refunds.set(outRefundNo, made);
      return Promise.resolve(made);
    },
    tradeBill: (day) => Promise.resolve(bills.get(day) ?? null),
    queryRefund: (number) => Promise.resolve(refunds.get(number) ?? null),
    readNotice: () => {
      throw new Error('no notices come over this wire');
    },
  };
  return { ...pay, transactions, refunds, closed, bills };
}
