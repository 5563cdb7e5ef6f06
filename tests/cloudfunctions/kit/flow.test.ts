import { step } from '../../../cloudfunctions/kit/flow';
import { orderFlow } from '../../../cloudfunctions/domains/orders/flow';

describe('a life cycle', () => {
  it('leads only where its table says', () => {
    expect(step(orderFlow, 'unpaid', 'pay')).toBe('paid');
    expect(step(orderFlow, 'closed', 'pay')).toBeNull();
    expect(step(orderFlow, 'completed', 'refund')).toBeNull();
  });

  it('of an order can end from every state', () => {
    const ends = (state: keyof typeof orderFlow, seen: string[] = []): boolean =>
      state === 'completed' ||
      state === 'closed' ||
      Object.values(orderFlow[state]).some(
        (next) => !seen.includes(next) && ends(next, [...seen, state]),
      );
    for (const state of Object.keys(orderFlow) as (keyof typeof orderFlow)[])
      expect(ends(state)).toBe(true);
  });
});
