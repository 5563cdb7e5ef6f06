import { act, renderHook, waitFor } from '@testing-library/react';
import { useAsk } from '../../../src/kit/useAsk';

/** A load whose answers the test gives by hand, in any order. */
function byHand() {
  const open: { give: (value: string) => void; fail: (reason: unknown) => void }[] = [];
  const load = () =>
    new Promise<string>((give, fail) => {
      open.push({ give, fail });
    });
  return { open, load };
}

async function settle(deed: () => void) {
  await act(async () => {
    deed();
    await Promise.resolve();
  });
}

function refused(say: string) {
  return Object.assign(new Error('refused'), { say });
}

describe('asking', () => {
  it('waits, and then has the answer', async () => {
    const { open, load } = byHand();
    const { result } = renderHook(() => useAsk(load));
    expect(result.current.phase).toBe('waiting');
    await settle(() => open[0]?.give('a'));
    expect(result.current).toMatchObject({ phase: 'ready', value: 'a', refreshing: false });
  });

  it("shows the refusal's own sentence, and a general one for a defect", async () => {
    const objected = renderHook(() => useAsk(() => Promise.reject(refused('库存不够了'))));
    await waitFor(() => expect(objected.result.current.phase).toBe('failed'));
    expect(objected.result.current).toMatchObject({ say: '库存不够了' });
    const broken = renderHook(() => useAsk(() => Promise.reject(new TypeError('boom'))));
    await waitFor(() => expect(broken.result.current.phase).toBe('failed'));
    expect(broken.result.current).toMatchObject({ say: '网络不太顺，请稍后再试' });
  });

  it('keeps what is shown while it asks again, also when that fails', async () => {
    const { open, load } = byHand();
    const { result } = renderHook(() => useAsk(load));
    await settle(() => open[0]?.give('a'));
    await settle(() => void result.current.reload());
    expect(result.current).toMatchObject({ phase: 'ready', value: 'a', refreshing: true });
    await settle(() => open[1]?.fail(new Error('offline')));
    expect(result.current).toMatchObject({ phase: 'ready', value: 'a', refreshing: false });
  });

  it('comes back from a failure', async () => {
    const { open, load } = byHand();
    const { result } = renderHook(() => useAsk(load));
    await settle(() => open[0]?.fail(new Error('offline')));
    await settle(() => void result.current.reload());
    expect(result.current.phase).toBe('waiting');
    await settle(() => open[1]?.give('b'));
    expect(result.current).toMatchObject({ phase: 'ready', value: 'b' });
  });

  it('starts over for a new key and drops the late answer to the old one', async () => {
    const { open, load } = byHand();
    const { result, rerender } = renderHook(({ key }) => useAsk(load, key), {
      initialProps: { key: 'shoes' },
    });
    rerender({ key: 'pears' });
    await settle(() => open[1]?.give('pears'));
    await settle(() => open[0]?.give('shoes'));
    expect(result.current).toMatchObject({ phase: 'ready', value: 'pears' });
  });

  it('asks nothing without a key', () => {
    const { open, load } = byHand();
    const { result } = renderHook(() => useAsk(load, null));
    expect(result.current.phase).toBe('waiting');
    expect(open).toHaveLength(0);
  });

  it('shows a change at once', async () => {
    const { open, load } = byHand();
    const { result } = renderHook(() => useAsk(load));
    await settle(() => open[0]?.give('a'));
    act(() => result.current.change((value) => `${value}!`));
    expect(result.current).toMatchObject({ phase: 'ready', value: 'a!' });
  });
});
