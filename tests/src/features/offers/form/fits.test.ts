import { fits } from '../../../../../src/features/offers/form/fits';

describe('the shape of what was kept', () => {
  const example = { name: '', count: 0, on: true, at: null, tags: [''], goods: [{ id: '' }] };

  it('holds for other values of the same kinds, and for empty lists', () => {
    const kept = { name: 'x', count: 2, on: false, at: 5, tags: [], goods: [{ id: 'a', more: 1 }] };
    expect(fits(kept, example)).toBe(true);
    expect(fits({ ...kept, at: null }, example)).toBe(true);
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ ...example, name: 1 }],
    [{ ...example, at: '5' }],
    [{ ...example, tags: 'x' }],
    [{ ...example, tags: [1] }],
    [{ ...example, goods: [null] }],
    [{ ...example, goods: [{}] }],
  ])('does not hold for %j', (kept) => {
    expect(fits(kept, example)).toBe(false);
  });
});
