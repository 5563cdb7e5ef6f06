import { useRef, useState } from 'react';
import { openPaySheet } from '../../kit/paySheet';
import { sayWhy } from '../../kit/sayWhy';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { toast } from '../../ui/toast';
import { rechargePage } from './routes';

/**
 * Makes a recharge and opens its pay sheet; `onPaid` gets its id once the sheet says that it was paid. A try
 * whose answer was lost carries the same key, so that one wish makes one recharge.
 */
export function useRecharging(onPaid: (rechargeId: string) => void) {
  const [busy, setBusy] = useState(false);
  const wish = useRef<{ payFen: number; key: string } | null>(null);

  async function recharge(payFen: number): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      if (wish.current?.payFen !== payFen) wish.current = { payFen, key: freshId() };
      const { rechargeId } = await askAsMember('wallet.recharge', { ...wish.current });
      wish.current = null;
      await payFor(rechargeId);
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  async function payFor(rechargeId: string): Promise<void> {
    const { payment } = await askAsMember('wallet.prepay', { rechargeId });
    const outcome = await openPaySheet(payment, { back: rechargePage(rechargeId), replace: false });
    if (outcome === 'done') onPaid(rechargeId);
    if (outcome === 'cancelled') toast('没有付款，可以重新充值');
  }

  return { busy, recharge };
}
