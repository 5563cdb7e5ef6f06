import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useTaking } from './useTaking';

/** Coupons on offer for a product; without an answer there are simply none. */
export function useProductCoupons(productId: string, onTaken: () => void) {
  const state = useAsk(() => ask('coupons.offered', { productId }), productId);
  const take = useTaking(state, onTaken);
  return { items: state.phase === 'ready' ? state.value.items : [], take };
}
