import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { useShopClock } from '../../stores/shopClock';
import { afterAnswer, type PaymentPhase } from './paymentWait';

/** What the result page shows. */
export interface PaymentWait {
  readonly phase: PaymentPhase | 'failed';
  /** Why no answer came, when `phase` is 'failed'. */
  readonly say: string;
  /** Nothing is asked by itself any more. */
  readonly resting: boolean;
  /** The order, once it is paid or closed. */
  readonly order: Output<'orders.show'> | null;
}

const atFirst: PaymentWait = { phase: 'asking', say: '', resting: false, order: null };

/** Asks whether an order was paid, at growing intervals, until it was or the waits are used up. */
export function usePaymentWait(orderId: string) {
  const [wait, setWait] = useState(atFirst);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stop = useCallback(() => {
    turn.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);

  const question = useCallback(
    async (asked: number) => {
      const mine = turn.current;
      const { next, waitMs } = await questionOnce(orderId, asked);
      if (mine !== turn.current) return;
      setWait((before) => (same(before, next) ? before : next));
      if (waitMs !== null) timer.current = setTimeout(() => void question(asked + 1), waitMs);
    },
    [orderId],
  );

  const begin = useCallback(() => {
    stop();
    setWait((before) => (before.phase === 'failed' ? atFirst : { ...before, resting: false }));
    void question(1);
  }, [stop, question]);

  useEffect(() => {
    begin();
    return stop;
  }, [begin, stop]);

  return { wait, askAgain: begin };
}

async function questionOnce(
  orderId: string,
  asked: number,
): Promise<{ next: PaymentWait; waitMs: number | null }> {
  try {
    const answer = await askAsMember('orders.checkPayment', { orderId });
    const { phase, waitMs } = afterAnswer(answer, asked);
    const order = phase === 'paid' || phase === 'closed' ? await showOrder(orderId) : null;
    return { next: { phase, say: '', resting: waitMs === null, order }, waitMs };
  } catch (reason) {
    return {
      next: { phase: 'failed', say: sayWhy(reason), resting: true, order: null },
      waitMs: null,
    };
  }
}

async function showOrder(orderId: string) {
  const order = await ask('orders.show', { orderId });
  useShopClock.getState().learn(order.nowMs);
  return order;
}

function same(one: PaymentWait, other: PaymentWait): boolean {
  return one.phase === other.phase && one.resting === other.resting && one.order === other.order;
}
