import type { PayClient, PhonePayment } from './client';
import { PayRefused, PayUnavailable } from './errors';
import type { PayLog } from './ask';
import type { PrepayInput } from './requests';
import type { Transaction } from './transaction';

/** WeChat Pay and who writes down how it answers. */
export interface PayLine {
  pay: PayClient;
  log: PayLog;
}

/** A payment that was made, with all that a paid one says. */
export type Money = NonNullable<ReturnType<typeof moneyIn>>;

/** What a transaction says of money; null for a payment that was not made. */
export function moneyIn({
  tradeState,
  transactionId,
  amountFen,
  payerOpenid,
  ...rest
}: Transaction) {
  const paid = tradeState === 'SUCCESS' || tradeState === 'REFUND';
  if (!paid || transactionId === null || amountFen === null || payerOpenid === null) return null;
  return { ...rest, transactionId, amountFen, payerOpenid };
}

/** Whose money something is, as WeChat Pay vouches for it. */
interface Account {
  mchid: string;
  appid: string;
}

/** What is wrong with money whatever it is for: it went to somebody else. Null when it came to `own`. */
export function moneyDoubt(money: Account, own: Account): string | null {
  if (money.mchid !== own.mchid) return 'foreign_merchant';
  return money.appid === own.appid ? null : 'foreign_app';
}

/** A pay sheet: it opens, WeChat Pay gives no answer, or it will not have this payment. */
export type Sheet =
  { outcome: 'open'; payment: PhonePayment } | { outcome: 'unavailable' | 'refused' };

/** What the phone needs to open the pay sheet of a payment. */
export async function openSheet({ pay, log }: PayLine, asked: PrepayInput): Promise<Sheet> {
  try {
    const { prepayId } = await pay.prepay(asked);
    return { outcome: 'open', payment: pay.signForPhone(prepayId) };
  } catch (fault) {
    if (fault instanceof PayUnavailable) return { outcome: 'unavailable' };
    if (!(fault instanceof PayRefused)) throw fault;
    log.warn('pay.prepay_refused', { code: fault.code });
    return { outcome: 'refused' };
  }
}

/** What becomes of a payment that WeChat Pay tells of. */
type Settle = (transaction: Transaction) => Promise<unknown>;

/** Asks WeChat Pay about a number and settles what it says; answers whether it said anything. */
export async function askAndSettle(
  { pay, log }: PayLine,
  number: string,
  settle: Settle,
): Promise<boolean> {
  try {
    const transaction = await pay.query(number);
    if (transaction !== null) await settle(transaction);
    return true;
  } catch (fault) {
    if (!(fault instanceof PayUnavailable)) throw fault;
    log.warn('pay.query_failed', { reason: fault.message });
    return false;
  }
}

/**
 * Tells WeChat Pay that nothing is to be paid any more, and settles what was paid all the same. False when
 * WeChat Pay has money for the number and did not say how much: who can wait should ask again.
 */
export async function endPayment(line: PayLine, number: string, settle: Settle): Promise<boolean> {
  try {
    return (await line.pay.close(number)) !== 'paid' || (await askAndSettle(line, number, settle));
  } catch (fault) {
    if (!(fault instanceof PayUnavailable || fault instanceof PayRefused)) throw fault;
    line.log.warn('pay.close_failed', { reason: fault.message });
    return true;
  }
}
