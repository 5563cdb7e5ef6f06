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
