import { useCallback, useEffect, useRef, useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { afterCheck, type Recharge, type RechargePhase } from './words';

/** What is known of a recharge that was sent to the pay sheet. */
export interface RechargeWait {
  readonly phase: RechargePhase | 'failed';
  /** Why no answer came, when `phase` is 'failed'. */
  readonly say: string;
  /** The recharge, once an answer brought it. */
  readonly recharge: Recharge | null;
}

const atFirst: RechargeWait = { phase: 'asking', say: '', recharge: null };

/** Asks whether a recharge was paid, at growing intervals, until it was or the waits are used up. */
export function useRechargeWait(rechargeId: string) {
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
      const { next, waitMs } = await checkOnce(rechargeId, asked);
      if (mine !== turn.current) return;
      setWait((before) => (before.phase === next.phase ? before : next));
      if (waitMs !== null) timer.current = setTimeout(() => void question(asked + 1), waitMs);
    },
    [rechargeId],
  );

  const begin = useCallback(() => {
    stop();
    setWait(atFirst);
    void question(1);
  }, [stop, question]);

  useEffect(() => {
    begin();
    return stop;
  }, [begin, stop]);

  return { wait, askAgain: begin };
}

async function checkOnce(
  rechargeId: string,
  asked: number,
): Promise<{ next: RechargeWait; waitMs: number | null }> {
  try {
    const recharge = await askAsMember('wallet.checkPayment', { rechargeId });
    const { phase, waitMs } = afterCheck(recharge.state, asked);
    return { next: { phase, say: '', recharge }, waitMs };
  } catch (reason) {
    return { next: { phase: 'failed', say: sayWhy(reason), recharge: null }, waitMs: null };
  }
}
