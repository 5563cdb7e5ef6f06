import type { Goods } from './goods';

/**
 * Lays cards into columns, each card where the column is shortest so far, the left one first. Later cards
 * never move earlier ones, so a list that grows stays as it was.
 */
export function inColumns<T>(
  cards: readonly T[],
  columns: number,
  heightOf: (card: T) => number,
): T[][] {
  const laid = Array.from({ length: columns }, () => ({ height: 0, cards: [] as T[] }));
  for (const card of cards) {
    const shortest = laid.reduce((low, column) => (column.height < low.height ? column : low));
    shortest.cards.push(card);
    shortest.height += heightOf(card);
  }
  return laid.map((column) => column.cards);
}

/** As many Chinese characters as a card's name has room for in one line. */
const lineSigns = 11;

/** About how high a card stands, in widths of its picture. */
export function cardHeight({ title, tags }: Pick<Goods, 'title' | 'tags'>): number {
  const lines = signsIn(title) > lineSigns ? 2 : 1;
  return 1 + lines * 0.13 + (tags.length > 0 ? 0.14 : 0) + 0.3;
}

/** Latin letters and digits take about half the room. */
function signsIn(text: string): number {
  return [...text].reduce((room, sign) => room + (sign < '\u0080' ? 0.5 : 1), 0);
}
