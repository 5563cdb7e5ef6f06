import { afterCheck, giftSay, signedYuan } from '../../../../src/features/wallet/words';

describe('stored value in words', () => {
  it('signs what moved, to the fen', () => {
    expect(signedYuan(3000)).toBe('+¥30');
    expect(signedYuan(-1250)).toBe('-¥12.50');
    expect(giftSay(3000)).toBe('送 ¥30');
    expect(giftSay(0)).toBe('无赠送');
  });
});

describe('waiting for a recharge', () => {
  it('ends as soon as it is paid', () => {
    expect(afterCheck('paid', 1)).toEqual({ phase: 'paid', waitMs: null });
  });

  it('asks at growing intervals, says after two answers that nothing came, and stops in the end', () => {
    expect(afterCheck('unpaid', 1)).toEqual({ phase: 'asking', waitMs: 1_000 });
    expect(afterCheck('unpaid', 2).phase).toBe('notPaid');
    const waits = [1, 2, 3, 4, 5, 6, 7].map((asked) => afterCheck('unpaid', asked).waitMs);
    expect(waits.slice(0, -1).every((wait, at) => (wait ?? 0) > (waits[at - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBeNull();
  });
});
