import { cursorText, pageOf, placeBehind, readCursor } from '../../../cloudfunctions/kit/cursor';
import { Refused } from '../../../cloudfunctions/kit/refusal';

describe('a cursor', () => {
  it('says the place it was made of', () => {
    const place = { value: -12, id: '0193a5c0-0000-7000-8000-000000000001' };
    expect(readCursor(cursorText(place))).toEqual(place);
  });

  it.each([
    '',
    'x',
    '1~2',
    `1~${'a'.repeat(36)}x`,
    `1~${'-'.repeat(36)}`,
    `1'~0193a5c0-0000-7000-8000-000000000001`,
  ])('is not %p', (text) => {
    expect(readCursor(text)).toBeNull();
  });
});

describe('a page', () => {
  const id = (n: number) => `0193a5c0-0000-7000-8000-00000000000${n}`;
  const placeOf = (value: number) => ({ value, id: id(value) });

  it('leads to the next one while there is more, and each begins behind the last row', () => {
    const { rows, next } = pageOf([1, 2, 3], 2, placeOf);
    expect(rows).toEqual([1, 2]);
    expect(placeBehind(next ?? '')).toEqual({ value: 2, id: id(2) });
  });

  it('ends the list when no row is over, and an empty one has none', () => {
    expect(pageOf([1, 2], 2, placeOf)).toEqual({ rows: [1, 2], next: null });
    expect(pageOf([], 2, placeOf)).toEqual({ rows: [], next: null });
  });

  it('starts without a cursor, and is refused for one that is none', () => {
    expect(placeBehind(undefined)).toBeUndefined();
    expect(() => placeBehind('nonsense')).toThrow(Refused);
  });
});
