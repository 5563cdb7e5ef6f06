import { useRef } from 'react';
import type { Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsAnybody, askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { toast } from '../../ui/toast';
import type { OfferedCoupon } from './words';

export type Offered = Output<'coupons.offered'>;

interface Wanted {
  /** Only coupons that are for this product. */
  readonly productId?: string;
  /** What the page has asked for already, so that it is drawn with the page. */
  readonly first?: Offered | null;
  /** The shop has given one. */
  readonly onTaken?: () => void;
}

/** The coupons on offer, and taking one: it stands as taken at once, and back when the shop says no. */
export function useOffered({ productId, first = null, onTaken }: Wanted = {}) {
  const wanted = productId === undefined ? {} : { productId };
  const asked = useRef(first);
  const state = useAsk(async () => {
    const known = asked.current;
    asked.current = null;
    return known ?? askAsAnybody('coupons.offered', wanted);
  }, productId ?? '');
  /** The key of each claim that has no answer yet, which a further try carries again. */
  const keys = useRef(new Map<string, string>());
  const underway = useRef(new Set<string>());
  useShownAgain(() => void state.reload());

  async function take(offered: OfferedCoupon): Promise<void> {
    const { batchId } = offered;
    if (underway.current.has(batchId)) return;
    underway.current.add(batchId);
    state.change(({ items, ...rest }) => ({
      ...rest,
      items: items.map((one) => (one.batchId === batchId ? taken(one) : one)),
    }));
    try {
      const key = keys.current.get(batchId) ?? freshId();
      keys.current.set(batchId, key);
      await askAsMember('coupons.claim', { batchId, key });
      keys.current.delete(batchId);
      toast('已放入券包');
      onTaken?.();
    } catch (reason) {
      state.change(({ items }) => ({
        items: items.map((one) => (one.batchId === batchId ? offered : one)),
      }));
      toast(sayWhy(reason));
    } finally {
      underway.current.delete(batchId);
    }
    await state.reload();
  }

  return { state, take };
}

/** A coupon on offer just after it was taken, before the shop says whether one more may be. */
function taken(offered: OfferedCoupon): OfferedCoupon {
  return { ...offered, mine: offered.mine + 1, whyNot: { code: 'limit_reached', say: '已领取' } };
}
