import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsAnybody } from '../../stores/askAsMember';
import { useTaking } from './useTaking';

/** The coupons on offer, and taking one. */
export function useOffered() {
  const state = useAsk(() => askAsAnybody('coupons.offered', {}));
  useShownAgain(() => void state.reload());
  return { state, take: useTaking(state) };
}
