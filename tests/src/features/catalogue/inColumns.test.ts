import fc from 'fast-check';
import { cardHeight, inColumns } from '../../../../src/features/catalogue/inColumns';

const heights = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 });
const same = (height: number) => height;

describe('cards in columns', () => {
  it('begins at the left and fills the shortest column', () => {
    expect(inColumns([3, 1, 1, 1], 2, same)).toEqual([[3], [1, 1, 1]]);
    expect(inColumns([1, 1, 1], 3, same)).toEqual([[1], [1], [1]]);
  });

  it('keeps every card, and leaves earlier cards where they are when more come', () => {
    fc.assert(
      fc.property(heights, heights, fc.integer({ min: 1, max: 4 }), (first, more, columns) => {
        const before = inColumns(first, columns, same);
        const after = inColumns([...first, ...more], columns, same);
        expect(after.flat()).toHaveLength(first.length + more.length);
        before.forEach((column, at) => expect(after[at]?.slice(0, column.length)).toEqual(column));
      }),
    );
  });

  it('takes a long name and tags to be higher', () => {
    const plain = cardHeight({ title: '短名', tags: [] });
    expect(cardHeight({ title: '一个长得要写成两行的商品名字', tags: [] })).toBeGreaterThan(plain);
    expect(cardHeight({ title: '短名', tags: ['新品'] })).toBeGreaterThan(plain);
  });
});
