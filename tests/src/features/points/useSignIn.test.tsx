import { act, renderHook, waitFor } from '@testing-library/react';
import { useSignIn } from '../../../../src/features/points/useSignIn';
import { platform } from '../../../stand-ins/taro';

const ask = jest.fn<Promise<unknown>, [string]>();
jest.mock('../../../../src/stores/askAsMember', () => ({
  askAsMember: (name: string) => ask(name),
}));

const month = {
  month: '2026-11',
  today: '2026-11-24',
  days: [],
  streak: 0,
  signedToday: false,
  nextPoints: 2,
  coming: [2, 2, 4, 4, 6, 6, 30],
  bonuses: [],
};
const signed = { points: 2, streak: 1, balance: 2, again: false, bonus: null };

const said = () =>
  platform.calls
    .filter(({ name }) => name === 'showToast')
    .map(({ options }) => (options as { title: string }).title);
const shownSigned = (state: ReturnType<typeof useSignIn>['state']) =>
  state.phase === 'ready' && state.value.signedToday;

async function opened() {
  ask.mockResolvedValueOnce(month);
  const hook = renderHook(() => useSignIn());
  await waitFor(() => expect(hook.result.current.state.phase).toBe('ready'));
  return hook;
}

describe('signing in', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
  });

  it('marks today before the shop answers, and says what it gave', async () => {
    const { result } = await opened();
    let answer = (_: unknown) => {};
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    ask.mockResolvedValueOnce({ ...month, signedToday: true, streak: 1 });
    let deed = Promise.resolve();
    act(() => void (deed = result.current.signIn()));
    expect(shownSigned(result.current.state)).toBe(true);
    await act(async () => {
      answer(signed);
      await deed;
    });
    expect(said()).toEqual(['签到成功，得 2 积分']);
  });

  it('asks the shop once, however often it is tapped', async () => {
    const { result } = await opened();
    ask.mockResolvedValueOnce(signed);
    ask.mockResolvedValueOnce({ ...month, signedToday: true, streak: 1 });
    await act(async () => {
      await Promise.all([result.current.signIn(), result.current.signIn()]);
    });
    await act(() => result.current.signIn());
    expect(ask.mock.calls.filter(([name]) => name === 'points.signIn')).toHaveLength(1);
    expect(said().at(-1)).toBe('今天已签到');
  });

  it('takes the mark away when the shop says no', async () => {
    const { result } = await opened();
    ask.mockRejectedValueOnce({ say: '网络不太顺，请稍后再试' });
    ask.mockResolvedValueOnce(month);
    await act(() => result.current.signIn());
    expect(shownSigned(result.current.state)).toBe(false);
    expect(said()).toEqual(['网络不太顺，请稍后再试']);
  });

  it('takes the mark away also when nothing answers any more', async () => {
    const { result } = await opened();
    ask.mockRejectedValue({ say: '网络不太顺，请稍后再试' });
    await act(() => result.current.signIn());
    expect(shownSigned(result.current.state)).toBe(false);
  });
});
