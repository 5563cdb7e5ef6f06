import type { CommissionPart } from '../../../../domains/referral/rules/credit';
import { chanceOf, idAt, type Chance } from '../random';
import type { Entry, OrderStory, Payment } from '../types';
import type { CourseStep } from './course';

/**
 * The commission entries of an order. Money moves from one state to another by two rows that cancel out in
 * the first and count in the second, so that the sum of a state is always what stands in it; a refund
 * takes back what was pending.
 */
export function entriesOf(
  chance: Chance,
  orderId: string,
  parts: readonly CommissionPart[],
  course: readonly CourseStep[],
): Entry[] {
  const entries: Entry[] = [];
  for (const { step, atMs } of course) {
    for (const { guideId, part, baseFen, amountFen } of parts) {
      const add = (cause: string, state: Entry['state'], sign: 1 | -1) => {
        const amounts = { baseFen: baseFen * sign, amountFen: amountFen * sign };
        entries.push({
          entryId: idAt(chance, atMs),
          orderId,
          guideId,
          cause,
          part,
          state,
          ...amounts,
          madeAt: atMs,
        });
      };
      if (step === 'pay') add('paid', 'pending', 1);
      if (step === 'refund') add('refunded', 'pending', -1);
      if (step === 'complete') {
        add('completed_pending', 'pending', -1);
        add('completed', 'settled', 1);
      }
    }
  }
  return entries;
}

/** What the payments of an order are made of; amounts in fen. */
interface Paying {
  readonly orderId: string;
  readonly number: string;
  readonly dueFen: number;
  readonly storedPrincipalFen: number;
  readonly storedGiftFen: number;
}

/** The payments of an order, by WeChat Pay and by stored value, and the refund when it went back. */
export function moneyOf(
  seed: string,
  order: Paying,
  course: readonly CourseStep[],
): Pick<OrderStory, 'payments' | 'refunds'> {
  const paid = course.find(({ step }) => step === 'pay');
  if (paid === undefined) return { payments: [], refunds: [] };
  const { orderId, number, dueFen, storedPrincipalFen, storedGiftFen } = order;
  const chance = chanceOf(seed, 'money', orderId);
  const transactionId = `4200${digits(chance, 6)}${number.slice(0, 8)}${digits(chance, 10)}`;
  const paying = (method: Payment['method'], id: string, amountFen: number): Payment[] => {
    const when = { paidAt: paid.atMs, recordedAt: paid.atMs };
    const payment = {
      orderId,
      transactionId: id,
      amountFen,
      outcome: 'paid' as const,
      method,
      ...when,
    };
    return amountFen === 0 ? [] : [payment];
  };
  const payments = [
    ...paying('wechat', transactionId, dueFen),
    ...paying('stored', `stored-${number}`, storedPrincipalFen),
    ...paying('gift', `gift-${number}`, storedGiftFen),
  ];
  const back = course.find(({ step }) => step === 'refund');
  if (back === undefined || dueFen === 0) return { payments, refunds: [] };
  const refund = {
    refundId: idAt(chance, back.atMs),
    orderId,
    transactionId,
    number: `${number.slice(0, 8)}${digits(chance, 14)}`,
    amountFen: dueFen,
    state: 'done' as const,
    reason: 'changed_mind',
    tries: 1,
    fault: null,
    nextTryAt: back.atMs,
    wantedAt: back.atMs,
    acceptedAt: back.atMs,
    alarmedAt: null,
    doneAt: back.atMs,
  };
  return { payments, refunds: [refund] };
}

/** So many digits, the first may be 0. */
export function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.whole(0, 9)).join('');
}
