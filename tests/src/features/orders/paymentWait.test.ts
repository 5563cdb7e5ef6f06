import { afterAnswer, waitsMs } from '../../../../src/features/orders/paymentWait';

const unpaid = { paid: false, state: 'unpaid' };

describe('waiting for a payment', () => {
  it('ends when it was paid', () => {
    expect(afterAnswer({ paid: true, state: 'paid' }, 1)).toEqual({ phase: 'paid', waitMs: null });
  });

  it('offers to pay again soon, and goes on asking at growing intervals', () => {
    expect(afterAnswer(unpaid, 1)).toEqual({ phase: 'asking', waitMs: waitsMs[0] });
    expect(afterAnswer(unpaid, 2)).toEqual({ phase: 'notPaid', waitMs: waitsMs[1] });
    expect([...waitsMs].sort((one, other) => one - other)).toEqual(waitsMs);
  });

  it('asks no more once the waits are used up', () => {
    expect(afterAnswer(unpaid, waitsMs.length + 1)).toEqual({ phase: 'notPaid', waitMs: null });
  });

  it('tells a closed order from an unpaid one, and still asks for late money', () => {
    expect(afterAnswer({ paid: false, state: 'closed' }, 1)).toMatchObject({ phase: 'closed' });
  });
});
