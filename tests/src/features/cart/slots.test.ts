import { slotsFor } from '../../../../src/features/cart/slots';

describe('the places of lines', () => {
  it('stay when lines are removed', () => {
    const before = ['a', 'b', 'c'];
    expect(slotsFor(before, ['a', 'c'])).toBe(before);
    expect(slotsFor(before, [])).toBe(before);
    expect(slotsFor(before, ['a', 'b', 'c'])).toBe(before);
  });

  it('begin anew when a line comes in, or lines change places', () => {
    expect(slotsFor(['a', 'b'], ['new', 'a', 'b'])).toEqual(['new', 'a', 'b']);
    expect(slotsFor(['a', 'b'], ['b', 'a'])).toEqual(['b', 'a']);
    expect(slotsFor([], ['a'])).toEqual(['a']);
  });
});
