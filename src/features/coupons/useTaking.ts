import { useRef } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import type { Asked } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { toast } from '../../ui/toast';
import type { OfferedCoupon } from './words';

/**
 * Takes a coupon of a list that is on offer: it stands as taken at once, and as before when the shop says no. A
 * claim that got no answer carries its key again, so that it never takes two.
 */
export function useTaking(state: Asked<{ items: OfferedCoupon[] }>, onTaken?: () => void) {
  const keys = useRef(new Map<string, string>());
  const underway = useRef(new Set<string>());
  const put = (next: OfferedCoupon) =>
    state.change(({ items }) => ({
      items: items.map((one) => (one.batchId === next.batchId ? next : one)),
    }));

  return async function take(offered: OfferedCoupon): Promise<void> {
    const { batchId } = offered;
    if (underway.current.has(batchId)) return;
    underway.current.add(batchId);
    put(taken(offered));
    try {
      const key = keys.current.get(batchId) ?? freshId();
      keys.current.set(batchId, key);
      await askAsMember('coupons.claim', { batchId, key });
      keys.current.delete(batchId);
      toast('已放入券包');
      onTaken?.();
    } catch (reason) {
      put(offered);
      toast(sayWhy(reason));
    } finally {
      underway.current.delete(batchId);
    }
    await state.reload();
  };
}

/** A coupon on offer just after it was taken, before the shop says whether one more may be. */
function taken(offered: OfferedCoupon): OfferedCoupon {
  return { ...offered, mine: offered.mine + 1, whyNot: { code: 'limit_reached', say: '已领取' } };
}
