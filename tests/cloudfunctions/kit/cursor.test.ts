import { cursorText, readCursor } from '../../../cloudfunctions/kit/cursor';

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
