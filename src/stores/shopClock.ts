import { create } from 'zustand';
import { phoneNow } from '../kit/clock';

interface ShopClock {
  /** How far the shop's clock is ahead of the phone's, in ms; null before an answer told the shop's time. */
  readonly aheadMs: number | null;
  /** Takes the shop's time from an answer that has just come. */
  learn: (shopNowMs: number) => void;
}

/** The shop's clock as the phone knows it, since the phone's own may be wrong. */
export const useShopClock = create<ShopClock>()((set) => ({
  aheadMs: null,
  learn: (shopNowMs) => set({ aheadMs: shopNowMs - phoneNow() }),
}));

/** The shop's time now, in ms. */
export function shopNow(): number {
  return phoneNow() + (useShopClock.getState().aheadMs ?? 0);
}
