import { act, renderHook, waitFor } from '@testing-library/react';
import { useOffered } from '../../../../src/features/coupons/useOffered';
import type { OfferedCoupon } from '../../../../src/features/coupons/words';
import { platform } from '../../../stand-ins/taro';

const ask = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>();
jest.mock('../../../../src/stores/askAsMember', () => ({
  askAsMember: (name: string, input: Record<string, unknown>) => ask(name, input),
  askAsAnybody: (name: string, input: Record<string, unknown>) => ask(name, input),
}));

const nothing = { productIds: [], categoryIds: [], tags: [] };
const offered: OfferedCoupon = {
  batchId: 'b',
  name: '见面礼',
  terms: { kind: 'fixed', offFen: 2000 },
  thresholdFen: 9900,
  scope: { ...nothing, all: true, not: nothing },
  validity: { by: 'days', days: 7 },
  closesAt: 1,
  takenPercent: 10,
  mine: 0,
  whyNot: null,
  points: null,
};
const other = { ...offered, batchId: 'other' };

async function opened() {
  ask.mockResolvedValueOnce({ items: [offered, other] });
  const hook = renderHook(() => useOffered());
  await waitFor(() => expect(hook.result.current.state.phase).toBe('ready'));
  return hook;
}

const shown = (state: ReturnType<typeof useOffered>['state']) =>
  state.phase === 'ready' ? state.value.items.map(({ mine }) => mine) : [];
const claims = () =>
  ask.mock.calls.filter(([name]) => name === 'coupons.claim').map(([, input]) => input);

describe('claiming a coupon', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
  });

  it('shows it as taken at once, and no other', async () => {
    const { result } = await opened();
    ask.mockReturnValue(new Promise(() => {}));
    act(() => void result.current.take(offered));
    expect(shown(result.current.state)).toEqual([1, 0]);
  });

  it('claims once, however often it is tapped', async () => {
    const { result } = await opened();
    ask.mockResolvedValue({ items: [] });
    await act(async () => {
      await Promise.all([result.current.take(offered), result.current.take(offered)]);
    });
    expect(claims()).toHaveLength(1);
  });

  it('shows it as before when the shop says no, and a further try carries the same key', async () => {
    const { result } = await opened();
    ask.mockRejectedValueOnce({ say: '网络不太顺，请稍后再试' });
    ask.mockResolvedValueOnce({ items: [offered, other] });
    await act(() => result.current.take(offered));
    expect(shown(result.current.state)).toEqual([0, 0]);
    ask.mockResolvedValue({ items: [offered, other] });
    await act(() => result.current.take(offered));
    const [first, second] = claims();
    expect(first?.['key']).toBe(second?.['key']);
    await act(() => result.current.take(offered));
    expect(claims()[2]?.['key']).not.toBe(first?.['key']);
  });
});
