import { renderHook, waitFor } from '@testing-library/react';
import { useHoldings } from '../../../../src/features/members/useHoldings';

const ask = jest.fn<Promise<unknown>, [string]>();
jest.mock('../../../../src/cloud', () => ({
  ...jest.requireActual<object>('../../../../src/cloud'),
  ask: (name: string) => ask(name),
}));
jest.mock('../../../../src/stores/session', () => ({
  useSession: { getState: () => ({ signIn: () => Promise.resolve({}) }) },
}));

const wallet = { principalFen: 50_000, giftFen: 3_000, plans: [], terms: '' };
const answers: Record<string, unknown> = {
  'points.mine': { points: 12 },
  'wallet.mine': wallet,
  'coupons.mine': { items: [], next: null, nowMs: 1, counts: { available: 3, endingSoon: 1 } },
};

/** What is held when these rooms do not answer. */
async function heldWithout(...silent: string[]) {
  ask.mockImplementation((name) =>
    silent.includes(name) ? Promise.reject(new Error('silent')) : Promise.resolve(answers[name]),
  );
  const { result } = renderHook(() => useHoldings());
  await waitFor(() => expect(result.current.phase).not.toBe('waiting'));
  return result.current.phase === 'ready' ? result.current.value : null;
}

describe('what a member holds', () => {
  it('comes together from three rooms', async () => {
    expect(await heldWithout()).toEqual({ points: { points: 12 }, wallet, coupons: 3 });
  });

  it('lacks only the figure of a room that does not answer', async () => {
    expect(await heldWithout('points.mine')).toEqual({ points: null, wallet, coupons: 3 });
    expect(await heldWithout('wallet.mine', 'coupons.mine')).toEqual({
      points: { points: 12 },
      wallet: null,
      coupons: null,
    });
  });
});
