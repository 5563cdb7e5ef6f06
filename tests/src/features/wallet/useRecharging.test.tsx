import { act, renderHook } from '@testing-library/react';
import { useRecharging } from '../../../../src/features/wallet/useRecharging';
import { platform } from '../../../stand-ins/taro';

const ask = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>();
jest.mock('../../../../src/stores/askAsMember', () => ({
  askAsMember: (name: string, input: Record<string, unknown>) => ask(name, input),
}));
const openPaySheet = jest.fn<Promise<string>, [unknown, { back: string }]>();
jest.mock('../../../../src/kit/paySheet', () => ({
  openPaySheet: (payment: unknown, way: { back: string }) => openPaySheet(payment, way),
}));

const keys = () =>
  ask.mock.calls.filter(([name]) => name === 'wallet.recharge').map(([, { key }]) => key);

function recharging() {
  const onPaid = jest.fn();
  const { result } = renderHook(() => useRecharging(onPaid));
  return { onPaid, recharge: (payFen: number) => act(() => result.current.recharge(payFen)) };
}

describe('recharging', () => {
  beforeEach(() => {
    platform.reset();
    ask.mockReset();
    openPaySheet.mockReset();
  });

  it('goes on to the result of what the sheet says was paid', async () => {
    ask.mockResolvedValueOnce({ rechargeId: 'r' }).mockResolvedValueOnce({ payment: {} });
    openPaySheet.mockResolvedValueOnce('done');
    const { onPaid, recharge } = recharging();
    await recharge(50_000);
    expect(onPaid).toHaveBeenCalledWith('r');
    expect(openPaySheet.mock.calls[0]?.[1].back).toBe('/pages/shopper/wallet/index?rechargeId=r');
  });

  it('stays where it is when the shopper turns away from the sheet', async () => {
    ask.mockResolvedValueOnce({ rechargeId: 'r' }).mockResolvedValueOnce({ payment: {} });
    openPaySheet.mockResolvedValueOnce('cancelled');
    const { onPaid, recharge } = recharging();
    await recharge(50_000);
    expect(onPaid).not.toHaveBeenCalled();
  });

  it('carries the same key when the answer was lost, and another for another amount', async () => {
    ask.mockRejectedValue({ say: '网络不太顺，请稍后再试' });
    const { recharge } = recharging();
    await recharge(50_000);
    await recharge(50_000);
    await recharge(20_000);
    const [first, second, third] = keys();
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });
});
