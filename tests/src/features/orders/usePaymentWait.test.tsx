import { act, renderHook } from '@testing-library/react';
import { usePaymentWait } from '../../../../src/features/orders/usePaymentWait';
import { useSession } from '../../../../src/stores/session';

const ask = jest.fn<Promise<unknown>, [string, unknown]>();
jest.mock('../../../../src/cloud', () => ({
  ...jest.requireActual<object>('../../../../src/cloud'),
  ask: (name: string, input: unknown) => ask(name, input),
}));

const me = {
  memberId: 'm',
  nickname: '',
  avatarUrl: '',
  phoneMask: null,
  birthday: null,
  joinedAt: 0,
  staff: null,
};
const questions = () => ask.mock.calls.filter(([name]) => name === 'orders.checkPayment').length;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

function answer(paid: () => boolean) {
  ask.mockImplementation((name) =>
    Promise.resolve(
      name === 'orders.checkPayment'
        ? { paid: paid(), state: paid() ? 'paid' : 'unpaid' }
        : { payableFen: 1, nowMs: 0 },
    ),
  );
}

describe('the result of a payment', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    ask.mockReset();
    useSession.setState({ me, signIn: () => Promise.resolve(me) });
  });
  afterEach(() => jest.useRealTimers());

  it('is asked for until it is there, with the order it paid for', async () => {
    let paid = false;
    answer(() => paid);
    const { result } = renderHook(() => usePaymentWait('o'));
    await pass(0);
    expect(result.current.wait.phase).toBe('asking');
    paid = true;
    await pass(1_000);
    expect(result.current.wait).toMatchObject({ phase: 'paid', order: { payableFen: 1 } });
    await pass(60_000);
    expect(questions()).toBe(2);
  });

  it('rests after the last wait, and begins anew when asked to', async () => {
    answer(() => false);
    const { result } = renderHook(() => usePaymentWait('o'));
    await pass(60_000);
    expect(result.current.wait).toMatchObject({ phase: 'notPaid', resting: true });
    expect(questions()).toBe(7);
    act(() => result.current.askAgain());
    await pass(0);
    expect(questions()).toBe(8);
  });

  it('asks nothing more once the page is left', async () => {
    answer(() => false);
    const { unmount } = renderHook(() => usePaymentWait('o'));
    await pass(0);
    unmount();
    await pass(60_000);
    expect(questions()).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('says why when no answer comes, and tries again', async () => {
    ask.mockRejectedValueOnce(Object.assign(new Error('no'), { say: '网络不太顺，请稍后再试' }));
    const { result } = renderHook(() => usePaymentWait('o'));
    await pass(0);
    expect(result.current.wait).toMatchObject({ phase: 'failed', say: '网络不太顺，请稍后再试' });
    answer(() => true);
    act(() => result.current.askAgain());
    await pass(0);
    expect(result.current.wait.phase).toBe('paid');
  });
});
