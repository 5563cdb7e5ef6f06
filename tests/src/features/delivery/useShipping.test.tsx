import { act, renderHook } from '@testing-library/react';
import { useShipping } from '../../../../src/features/delivery/useShipping';
import { platform } from '../../../stand-ins/taro';

const wanted = {
  orderId: 'o',
  units: [{ line: 1, quantity: 2 }],
  label: { number: 'SF1234567890123', carrier: null },
};

/** Answers of the shop, one after the other; null never comes. */
function shopAnswers(answers: readonly (object | null)[]) {
  const keys: string[] = [];
  let turn = 0;
  global.fetch = jest.fn((_url: unknown, init?: { body?: unknown }) => {
    const { input } = JSON.parse(String(init?.body)) as { input: { key: string } };
    keys.push(input.key);
    const answer = answers[turn] ?? null;
    turn += 1;
    if (answer === null) return Promise.reject(new Error('no network'));
    return Promise.resolve({ json: () => Promise.resolve(answer) });
  }) as unknown as typeof fetch;
  return keys;
}

const yes = { ok: true, value: { carrierName: '顺丰速运' } };
const no = { ok: false, code: 'refund_asked', say: '有商品正在申请退款，请先处理' };
const told = () =>
  platform.calls.map(({ options }) => (options as { title?: string }).title ?? '').at(-1);

beforeEach(() => platform.reset());

it('repeats a try that got no answer under its key, and takes a new one once there was one', async () => {
  const keys = shopAnswers([null, yes, yes]);
  const shipped = jest.fn();
  const { result } = renderHook(() => useShipping(shipped));
  await act(() => result.current.ship(wanted));
  expect(shipped).not.toHaveBeenCalled();
  await act(() => result.current.ship(wanted));
  expect(told()).toBe('已发货，顺丰速运');
  await act(() => result.current.ship(wanted));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
  expect(shipped).toHaveBeenCalledTimes(2);
});

it('says why not, and asks anew under another key', async () => {
  const keys = shopAnswers([no, yes]);
  const { result } = renderHook(() => useShipping(() => undefined));
  await act(() => result.current.ship(wanted));
  expect(told()).toBe('有商品正在申请退款，请先处理');
  expect(result.current.busy).toBe(false);
  await act(() => result.current.ship(wanted));
  expect(keys[1]).not.toBe(keys[0]);
});
