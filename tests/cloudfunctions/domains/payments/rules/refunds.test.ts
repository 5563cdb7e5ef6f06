import fc from 'fast-check';
import {
  afterSaid,
  mendingOf,
  numberAnew,
  type Said,
  type Standing,
} from '../../../../../cloudfunctions/domains/payments/rules/refunds';

const wanted: Standing = { state: 'wanted', fault: null };
const words = fc.constantFrom<Said[]>('SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED');
const hear = (now: Standing, said: readonly Said[]) =>
  said.reduce((standing, word) => afterSaid(standing, word) ?? standing, now);

describe('what WeChat says of a refund', () => {
  it('in any order, late and twice, leaves money that is back where it is', () => {
    fc.assert(
      fc.property(fc.array(words), fc.array(words), (before, after) => {
        const standing = hear(wanted, [...before, 'SUCCESS', ...after]);
        expect(standing).toEqual({ state: 'done', fault: null });
      }),
    );
  });

  it('never calls money back that WeChat did not send', () => {
    const others = words.filter((word) => word !== 'SUCCESS');
    fc.assert(
      fc.property(fc.array(others), (said) => {
        expect(hear(wanted, said).state).not.toBe('done');
      }),
    );
  });

  it('that a number is closed is not undone by an older answer', () => {
    expect(hear(wanted, ['CLOSED', 'PROCESSING', 'ABNORMAL'])).toEqual({
      state: 'failed',
      fault: 'CLOSED',
    });
  });

  it('that it is abnormal ends when people have sent the money on', () => {
    expect(hear(wanted, ['PROCESSING', 'ABNORMAL', 'PROCESSING']).state).toBe('processing');
    expect(hear(wanted, ['ABNORMAL', 'SUCCESS']).state).toBe('done');
  });
});

describe('mending a refund', () => {
  it.each([
    ['wanted', 'NOT_ENOUGH', 'again'],
    ['processing', null, 'again'],
    ['failed', 'ABNORMAL', 'look'],
    ['failed', 'CLOSED', 'anew'],
    ['done', null, null],
  ] as const)('that is %s with %s means %s', (state, fault, mending) => {
    expect(mendingOf({ state, fault })).toBe(mending);
  });

  it('counts its numbers on, whatever stands before', () => {
    expect(numberAnew('R2026')).toBe('R2026_2');
    expect(numberAnew('R2026-1_2')).toBe('R2026-1_3');
    expect(numberAnew('R2026-1_9')).toBe('R2026-1_10');
  });
});
