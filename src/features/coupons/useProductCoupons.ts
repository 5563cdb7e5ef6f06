import { useRef } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { toast } from '../../ui/toast';
import { taken } from './useOffered';
import type { OfferedCoupon } from './words';

/** Coupons on offer for a product; without an answer there are simply none. */
export function useProductCoupons(productId: string, onTaken: () => void) {
  const state = useAsk(() => ask('coupons.offered', { productId }), productId);
  /** The key of each claim that has no answer yet, which a further try carries again. */
  const keys = useRef(new Map<string, string>());
  const underway = useRef(new Set<string>());
  const put = (next: OfferedCoupon) =>
    state.change(({ items }) => ({
      items: items.map((one) => (one.batchId === next.batchId ? next : one)),
    }));

  async function take(offered: OfferedCoupon): Promise<void> {
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
      onTaken();
    } catch (reason) {
      put(offered);
      toast(sayWhy(reason));
    } finally {
      underway.current.delete(batchId);
    }
    await state.reload();
  }

  return { items: state.phase === 'ready' ? state.value.items : [], take };
}
