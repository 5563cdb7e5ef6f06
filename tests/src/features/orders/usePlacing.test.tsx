import { act, renderHook } from '@testing-library/react';
import { platform } from '../../../stand-ins/taro';
import { Declined } from '../../../../src/cloud';
import { useCheckoutDraft } from '../../../../src/features/orders/checkoutDraft';
import { usePlacing } from '../../../../src/features/orders/usePlacing';
import { useCart } from '../../../../src/stores/cart';

const ask = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>();
jest.mock('../../../../src/cloud', () => ({
  ...jest.requireActual<object>('../../../../src/cloud'),
  ask: (name: string, input: Record<string, unknown>) => ask(name, input),
}));

const wanted = {
  delivery: { kind: 'express' as const, addressId: 'a' },
  remark: '',
  seen: { listFen: 1000, freightFen: 0, payableFen: 1000, dueFen: 800, savings: [] },
};
const placed = { orderId: 'o', number: '1', payableFen: 1000, dueFen: 0 };
const moved = { ...wanted.seen, listFen: 1500, payableFen: 1500, dueFen: 1300 };

function placing() {
  const reload = jest.fn(() => Promise.resolve());
  const hook = renderHook(() => usePlacing({ reload, titleOf: () => '跑鞋' }));
  return { reload, hook, submit: () => act(() => hook.result.current.submit(wanted)) };
}

const inputs = () =>
  ask.mock.calls.filter(([name]) => name === 'orders.place').map(([, input]) => input);
const asked = () =>
  platform.calls.flatMap(({ name, options }) =>
    name === 'showModal' ? [(options as { content: string }).content] : [],
  );
const said = () =>
  platform.calls.filter(({ name }) => name === 'showToast').map(({ options }) => options);

describe('placing an order', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
    useCart.getState().remove(useCart.getState().lines.map((line) => line.skuId));
    useCart.getState().add('s', 1);
    useCart.getState().add('other', 1);
    useCheckoutDraft.getState().begin([{ skuId: 's', quantity: 1 }], 'cart');
  });

  it('takes the bought lines out of the cart and goes on to the result', async () => {
    ask.mockResolvedValueOnce(placed);
    await placing().submit();
    expect(useCart.getState().lines.map((line) => line.skuId)).toEqual(['other']);
    expect(useCheckoutDraft.getState().lines).toEqual([]);
    expect(platform.calls).toContainEqual({
      name: 'redirectTo',
      options: { url: '/pages/shopper/result/index?orderId=o' },
    });
  });

  it('puts what goes before it once, and places nothing until that is over', async () => {
    let over: () => void = () => undefined;
    const before = jest.fn(() => new Promise<void>((resolve) => (over = resolve)));
    const reload = () => Promise.resolve();
    const hook = renderHook(() => usePlacing({ reload, titleOf: () => '跑鞋', before }));
    ask.mockResolvedValueOnce(placed);
    act(() => void hook.result.current.submit(wanted));
    expect([before.mock.calls.length, inputs().length]).toEqual([1, 0]);
    expect(hook.result.current.busy).toBe(true);
    await act(async () => {
      over();
      await Promise.resolve();
    });
    expect(inputs()).toHaveLength(1);
  });

  it('carries the same key when the answer was lost and it is sent again', async () => {
    ask.mockRejectedValueOnce(new Declined('no_answer', '网络不太顺，请稍后再试'));
    ask.mockResolvedValueOnce(placed);
    const { submit, hook } = placing();
    await submit();
    expect(hook.result.current.busy).toBe(false);
    expect(useCart.getState().lines).toHaveLength(2);
    await submit();
    expect(inputs()[0]?.['choice']).toEqual({ points: 0, storedFen: 0, addOns: [] });
    const [first, second] = inputs();
    expect(first?.['key']).toBe(second?.['key']);
  });

  it('asks again with the new amount when the price moved, and sends what was agreed to', async () => {
    const details = { quote: moved };
    ask.mockRejectedValueOnce(new Declined('price_changed', '价格有变动', details));
    ask.mockResolvedValueOnce(placed);
    const { submit, reload } = placing();
    await submit();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(inputs()).toMatchObject([
      { payableFen: 1000, dueFen: 800 },
      { payableFen: 1500, dueFen: 1300 },
    ]);
    expect(asked()).toEqual(['商品价格有变，应付金额由 ¥8 变为 ¥13。按新的金额提交吗？']);
  });

  it('sends nothing more when the new amount is not agreed to', async () => {
    platform.confirms = false;
    const details = { quote: moved };
    ask.mockRejectedValueOnce(new Declined('price_changed', '价格有变动', details));
    const { submit, hook } = placing();
    await submit();
    expect(inputs()).toHaveLength(1);
    expect(hook.result.current.busy).toBe(false);
  });

  it('names the line that is sold out, and reads the shelf anew', async () => {
    ask.mockRejectedValueOnce(new Declined('sold_out', '手慢了', { skuId: 's' }));
    const { submit, reload } = placing();
    await submit();
    expect(said()).toContainEqual(expect.objectContaining({ title: '「跑鞋」库存不足' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('leads to the orders when this key made another order', async () => {
    ask.mockRejectedValueOnce(new Declined('key_reused', '请勿重复提交'));
    await placing().submit();
    expect(platform.calls).toContainEqual({
      name: 'redirectTo',
      options: { url: '/pages/shopper/orders/index?state=unpaid' },
    });
  });
});
