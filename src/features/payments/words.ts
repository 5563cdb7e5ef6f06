import { moneyText } from '../../../cloudfunctions/kit/money';
import type { Output } from '../../cloud';

export type Bill = Output<'payments.bills'>['items'][number];
export type Difference = Output<'payments.bill'>['rows'][number];
export type Stuck = Output<'payments.stuck'>['items'][number];

/** How a day's bill stands, in a few words, and whether that is good, bad or not known yet. */
export function billState(bill: Pick<Bill, 'state' | 'differences'>) {
  if (bill.state === 'waiting') return { say: '等微信出账单', tone: 'quiet' } as const;
  if (bill.differences === 0) return { say: '全部对上', tone: 'good' } as const;
  return { say: `${bill.differences} 笔不符`, tone: 'warn' } as const;
}

/** What a day's bill came to, or why there is none yet. */
export function billText(bill: Bill): string {
  if (bill.state === 'waiting') return waitingText(bill.fault);
  if (bill.payments + bill.refunds === 0 && bill.differences === 0) return '这一天没有交易';
  const paid = `收款 ${bill.payments} 笔 ${moneyText(bill.paidFen)}`;
  return bill.refunds === 0
    ? paid
    : `${paid} · 退款 ${bill.refunds} 笔 ${moneyText(bill.refundedFen)}`;
}

function waitingText(fault: string | null): string {
  const making = fault === null || fault === 'NO_STATEMENT_EXIST' || fault === 'STATEMENT_CREATING';
  return making ? '微信每天 10 点后出前一天的账单' : '微信没有回应，稍后会自动再取';
}

/** In what a row of the bill and the shop's books differ. */
export const differenceNames: Readonly<Record<Difference['kind'], string>> = {
  missing_here: '微信有，店里没有',
  missing_there: '店里有，微信没有',
  amount_differs: '金额不同',
};

/** Whether a difference is of money that came or went back, and under which number. */
export function differenceTitle({ about, number }: Pick<Difference, 'about' | 'number'>): string {
  return `${about === 'payment' ? '收款' : '退款'} ${number}`;
}

/** Both amounts, where there are two. */
export function amountsText({ billFen, shopFen }: Pick<Difference, 'billFen' | 'shopFen'>): string {
  const bill = billFen === null ? '' : `微信 ${moneyText(billFen)}`;
  const shop = shopFen === null ? '' : `店里 ${moneyText(shopFen)}`;
  return [bill, shop].filter((part) => part !== '').join('，');
}

const problems: Readonly<Record<string, string>> = {
  wrong_amount: '金额与订单不符，没有入账',
  foreign_payer: '付款人不是下单的人，没有入账',
  foreign_merchant: '付给了别的商户号',
  foreign_app: '付给了别的小程序',
  unknown_number: '店里没有这个单号',
  paid_twice: '这笔储值已经付过一次',
  unknown_refund: '不是从店里发起的退款',
  wrong_refund: '与店里记的退款不符',
};

/** What the shop noted of money that it would not believe; '' when it noted nothing. */
export function problemText(problem: string | null): string {
  return problem === null ? '' : (problems[problem] ?? '店里没有认这笔钱');
}

const faults: Readonly<Record<string, string>> = {
  NOT_ENOUGH: '商户余额不足，充值后会自动再退',
  ABNORMAL: '顾客的收款账户异常，请到微信商户平台处理',
  CLOSED: '余额不足超过 7 天，微信已关闭这笔退款',
};
const silences = [
  'timeout',
  'no_answer',
  'server_fault',
  'too_many_requests',
  'unverified',
  'unreadable',
];

/** Why a refund is not back yet. */
export function stuckText({ state, fault }: Pick<Stuck, 'state' | 'fault'>): string {
  if (fault === null) return state === 'processing' ? '微信处理中' : '等待提交给微信';
  if (silences.includes(fault)) return '微信没有回应，会自动再试';
  return faults[fault] ?? `微信没有接受（${fault}），会自动再试`;
}

/** What a manager can do for a refund, as a button says it. */
export const mendingNames: Readonly<Record<Stuck['mending'], string>> = {
  again: '再试一次',
  look: '查一下结果',
  anew: '换单号重退',
};

/** How long a refund has been waiting: hours, or days from two on. */
export function waitedText(waitedMs: number): string {
  const hours = Math.floor(waitedMs / 3_600_000);
  if (hours < 1) return '不到 1 小时';
  return hours < 48 ? `已等 ${hours} 小时` : `已等 ${Math.floor(hours / 24)} 天`;
}
