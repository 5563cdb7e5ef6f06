import { present, refusals } from './refusal';

const refuse = refusals({ bad_cursor: ['invalid', '列表已更新，请下拉刷新'] });

/** Where the next page of a list begins: behind the row with this value of the sorted column and this id. */
export interface Place {
  value: number;
  id: string;
}

/** A place as the text that travels; phones hand it back unread. */
export function cursorText(place: Place): string {
  return `${place.value}~${place.id}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The place in a cursor, or null when the text is none. */
export function readCursor(cursor: string): Place | null {
  const [value = '', id = '', more] = cursor.split('~');
  if (more !== undefined || !/^-?\d{1,15}$/.test(value)) return null;
  return uuid.test(id) ? { value: Number(value), id } : null;
}

/** The place that a list is read from: behind its cursor, or its start without one. Refuses what is no cursor. */
export function placeBehind(cursor: string | undefined): Place | undefined {
  return cursor === undefined ? undefined : present(readCursor(cursor), refuse('bad_cursor'));
}

/** The first `most` of rows of which one more was read, and the cursor of the page after them, if there is one. */
export function pageOf<Row>(found: readonly Row[], most: number, placeOf: (row: Row) => Place) {
  const rows = found.slice(0, most);
  const last = found.length > most ? rows[rows.length - 1] : undefined;
  return { rows, next: last === undefined ? null : cursorText(placeOf(last)) };
}
