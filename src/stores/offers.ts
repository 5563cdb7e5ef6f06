import { create } from 'zustand';
import { ask, type Output } from '../cloud';
import { shopNow, useShopClock } from './shopClock';
import { useSession } from './session';

/** What the shop offers right now to whoever is at this phone. */
export type ShopOffers = Output<'cart.offers'>;
export type FlashGood = ShopOffers['flash'][number];

/** An answer counts this long, in ms. */
const freshMs = 60_000;

interface Offers {
  /** The last answer, or null before there is one: prices are list prices then. */
  readonly told: ShopOffers | null;
  /** Asks, unless the last answer is fresh; resolves in any case, since goods have a price without offers too. */
  readonly learn: () => Promise<void>;
  /** Asks anew: an activity began or ended, or a coupon was taken. */
  readonly learnAnew: () => Promise<void>;
}

let underway: Promise<void> | null = null;

/** What the shop offers, asked for once for all pages that show prices. */
export const useOffers = create<Offers>()((set, get) => {
  async function tell(): Promise<void> {
    try {
      const told = await ask('cart.offers', {});
      useShopClock.getState().learn(told.offers.nowMs);
      set({ told });
    } catch {
      // What was told before still stands, and the quote of an order never depends on it.
      return;
    } finally {
      underway = null;
    }
  }
  const learnAnew = () => (underway ??= tell());
  return {
    told: null,
    learnAnew,
    async learn() {
      const { told } = get();
      if (told === null || shopNow() - told.offers.nowMs >= freshMs) await learnAnew();
    },
  };
});

// Offers depend on who asks: what was told to a stranger is asked anew once she is known.
useSession.subscribe((now, before) => {
  if (now.me === null || before.me?.memberId === now.me.memberId) return;
  const { told, learnAnew } = useOffers.getState();
  const toAnother = process.env.TARO_ENV === 'h5' || told?.offers.buyer === null;
  if (told !== null && toAnother) void learnAnew();
});
