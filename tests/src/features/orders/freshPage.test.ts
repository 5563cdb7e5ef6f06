import { withFirstPage } from '../../../../src/features/orders/freshPage';

const idOf = (entry: string) => entry.slice(0, 1);

describe('a list whose first page was read anew', () => {
  it('keeps the pages below and their cursor, so that the place is kept', () => {
    const seen = { items: ['a', 'b', 'c', 'd'], next: 'after d' };
    const first = { items: ['a2', 'b'], next: 'after b' };
    expect(withFirstPage(seen, first, idOf)).toEqual({
      items: ['a2', 'b', 'c', 'd'],
      next: 'after d',
    });
  });

  it('does not repeat an entry that moved up', () => {
    const seen = { items: ['a', 'b', 'c', 'd'], next: null };
    const first = { items: ['b', 'c'], next: 'after c' };
    expect(withFirstPage(seen, first, idOf).items).toEqual(['b', 'c', 'd']);
  });

  it('is the first page itself when there is no other', () => {
    const first = { items: ['a'], next: null };
    expect(withFirstPage({ items: ['a', 'b', 'c'], next: null }, first, idOf)).toBe(first);
  });
});
