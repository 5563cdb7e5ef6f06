import { useRef } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { toast } from '../../ui/toast';
import type { OfferedCoupon } from './words';

/** The coupons on offer, and taking one: it stands as taken at once, and back when the shop says no. */
export function useOffered() {
  const state = useAsk(() => askAsMember('coupons.offered', {}));
  const underway = useRef(new Set<string>());
  useShownAgain(() => void state.reload());

  async function take({ batchId }: OfferedCoupon): Promise<void> {
    if (underway.current.has(batchId)) return;
    underway.current.add(batchId);
    state.change(({ items, ...rest }) => ({
      ...rest,
      items: items.map((one) => (one.batchId === batchId ? taken(one) : one)),
    }));
    try {
      await ask('coupons.claim', { batchId });
      toast('已放入券包');
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      underway.current.delete(batchId);
    }
    await state.reload();
  }

  return { state, take };
}

/** A coupon on offer just after it was taken, before the shop says whether one more may be. */
export function taken(offered: OfferedCoupon): OfferedCoupon {
  return { ...offered, mine: offered.mine + 1, whyNot: { code: 'taken', say: '已领取' } };
}
