import { ask, type Output } from '../../cloud';
import { useAsk, type Asked } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';

/** What I hold, as the member card shows it; null where a room did not answer, which stops no other. */
export interface Holdings {
  readonly points: Output<'points.mine'> | null;
  readonly wallet: Output<'wallet.mine'> | null;
  /** Coupons that I can use. */
  readonly coupons: number | null;
}

/** Points, coupons and stored value, asked for together and drawn at once; anew whenever the page is shown. */
export function useHoldings(): Asked<Holdings> {
  const state = useAsk(askHoldings);
  useShownAgain(() => void state.reload());
  return state;
}

async function askHoldings(): Promise<Holdings> {
  await useSession.getState().signIn();
  const [points, wallet, coupons] = await Promise.all([
    orNull(ask('points.mine', {})),
    orNull(ask('wallet.mine', {})),
    orNull(ask('coupons.mine', {})),
  ]);
  return { points, wallet, coupons: coupons?.counts.available ?? null };
}

/** An answer, or null when there was none: a figure that is missing is shown as such. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
