import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import type { Output } from '../../cloud';
import { inSteps } from '../../kit/inSteps';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { couponTabs, type CouponTab, type MyCoupon } from './words';

/** Coupons as read at once, with the shop's time at which they were. */
export interface CouponPiece {
  readonly coupons: readonly MyCoupon[];
  readonly nowMs: number;
}

/** My coupons under a tab, page by page; read anew when the page is shown again, as after using one. */
export function useMyCoupons() {
  const [tab, setTab] = useState<CouponTab>('available');
  const load = useMemo(() => loader(tab), [tab]);
  const pages = usePages(load, tab);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  useShownAgain(() => void pages.state.reload());
  return {
    tab,
    pages,
    choose: (key: string) => setTab(couponTabs.find((one) => one.key === key)?.key ?? 'available'),
  };
}

function loader(which: CouponTab) {
  const list = inSteps<Output<'coupons.mine'>>(
    (cursor) => askAsMember('coupons.mine', { which, ...(cursor === null ? {} : { cursor }) }),
    rowsAtOnce,
  );
  return async (cursor: string | null) => {
    const { items, next, page } = await list(cursor);
    return { items: [{ coupons: items, nowMs: page.nowMs }], next };
  };
}
