import type { CommissionPart } from '../../../../domains/referral/rules/credit';
import { chanceOf, idAt, type Chance } from '../random';
import type { Entry, OrderStory } from '../types';
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

/** The payment of an order, and the refund when it went back. */
export function moneyOf(
  seed: string,
  order: { orderId: string; number: string; payableFen: number },
  course: readonly CourseStep[],
): Pick<OrderStory, 'payment' | 'refund'> {
  const paid = course.find(({ step }) => step === 'pay');
  if (paid === undefined || order.payableFen === 0) return { payment: null, refund: null };
  const { orderId, payableFen } = order;
  const chance = chanceOf(seed, 'money', orderId);
  const transactionId = `4200${digits(chance, 6)}${order.number.slice(0, 8)}${digits(chance, 10)}`;
  const payment = {
    orderId,
    transactionId,
    amountFen: payableFen,
    outcome: 'paid' as const,
    paidAt: paid.atMs,
    recordedAt: paid.atMs,
  };
  const back = course.find(({ step }) => step === 'refund');
  if (back === undefined) return { payment, refund: null };
  const refund = {
    refundId: idAt(chance, back.atMs),
    orderId,
    transactionId,
    number: `${order.number.slice(0, 8)}${digits(chance, 14)}`,
    amountFen: payableFen,
    state: 'done' as const,
    reason: 'changed_mind',
    tries: 1,
    nextTryAt: back.atMs,
    wantedAt: back.atMs,
    doneAt: back.atMs,
  };
  return { payment, refund };
}

/** So many digits, the first may be 0. */
export function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.whole(0, 9)).join('');
}
