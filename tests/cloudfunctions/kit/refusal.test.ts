import {
  insist,
  present,
  Refused,
  refusals,
  refusalStatus,
} from '../../../cloudfunctions/kit/refusal';

const refuse = refusals({ gone: ['missing', '没有找到'] });

describe('a refusal', () => {
  it('has a kind, a code and a sentence, and facts when they are given', () => {
    expect(refuse('gone')).toEqual({ kind: 'missing', code: 'gone', say: '没有找到' });
    expect(refuse('gone', { id: 1 })).toMatchObject({ details: { id: 1 } });
    expect(refusalStatus[refuse('gone').kind]).toBe(404);
  });

  it('is thrown by an objection and by what is not there', () => {
    expect(() => insist(refuse('gone'))).toThrow(Refused);
    expect(() => present(undefined, refuse('gone'))).toThrow(Refused);
    expect(() => insist(null)).not.toThrow();
    expect(present(0, refuse('gone'))).toBe(0);
  });
});
