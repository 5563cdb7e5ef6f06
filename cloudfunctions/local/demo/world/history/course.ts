import { day, hour, minute, second } from '../../../../kit/time';
import type { OrderState } from '../../../../domains/orders/flow';
import type { Chance } from '../random';

/** One step of an order. */
export interface CourseStep {
  readonly step: 'place' | 'pay' | 'ship' | 'receive' | 'complete' | 'expire' | 'cancel' | 'refund';
  readonly from: OrderState | null;
  readonly to: OrderState;
  readonly atMs: number;
  /** Paid with nothing left to pay: her own step, since no money came. */
  readonly free?: boolean;
}

/** How an order may go: as chance has it, or as far as a story needs it. */
export type Wish = 'any' | 'paid' | 'unpaid' | 'expired';

const closesAfter = 15 * minute;

/** The steps of an order from its placing until `nowMs`, in the pace of the shop. */
export function courseOf(
  chance: Chance,
  placedAt: number,
  nowMs: number,
  wish: Wish,
): CourseStep[] {
  const steps: CourseStep[] = [{ step: 'place', from: null, to: 'unpaid', atMs: placedAt }];
  const add = (step: CourseStep['step'], to: OrderState, atMs: number) => {
    const from = steps.at(-1)?.to ?? null;
    // Once one step lies ahead, so do all that follow it.
    if (atMs <= nowMs && steps.length > 0) steps.push({ step, from, to, atMs: Math.floor(atMs) });
    return atMs <= nowMs;
  };
  const lost = chance.maybe(0.065);
  if (wish === 'unpaid') return steps;
  if (wish === 'expired' || (wish === 'any' && lost)) {
    if (wish === 'any' && chance.maybe(0.4))
      add('cancel', 'closed', placedAt + chance.whole(1, 12) * minute);
    else add('expire', 'closed', placedAt + closesAfter);
    return steps;
  }
  const paidAt = placedAt + chance.whole(14, 200) * second;
  const shippedAt = paidAt + (6 + chance.next() * 34) * hour;
  const receivedAt = shippedAt + (1.6 + chance.next() * 2.6) * day;
  if (!add('pay', 'paid', paidAt)) return steps;
  if (wish === 'any' && chance.maybe(0.025)) {
    add('refund', 'closed', paidAt + (2 + chance.next() * 4) * hour);
    return steps;
  }
  if (!add('ship', 'shipped', shippedAt)) return steps;
  if (wish === 'any' && chance.maybe(0.012)) {
    add('refund', 'closed', shippedAt + (1 + chance.next()) * day);
    return steps;
  }
  if (add('receive', 'received', receivedAt)) add('complete', 'completed', receivedAt + 7 * day);
  return steps;
}

/** The same course for goods that are fetched: they are handed over and received in one. */
export function atCounter(steps: readonly CourseStep[], nowMs: number): CourseStep[] {
  const sent = steps.find(({ step }) => step === 'ship');
  if (sent === undefined || steps.some(({ step }) => step === 'refund')) return [...steps];
  const { atMs } = sent;
  const before = steps.slice(0, steps.indexOf(sent) + 1);
  const received: CourseStep = { step: 'receive', from: 'shipped', to: 'received', atMs };
  const endsAt = atMs + 7 * day;
  const completed: CourseStep = {
    step: 'complete',
    from: 'received',
    to: 'completed',
    atMs: endsAt,
  };
  return [...before, received, ...(endsAt <= nowMs ? [completed] : [])];
}
