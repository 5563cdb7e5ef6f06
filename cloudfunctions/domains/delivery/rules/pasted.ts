/** A row of a pasted table: which order goes under which number, and the carrier when it was named. */
export interface PastedRow {
  /** Its place in what was pasted, from 1; empty rows count, so that people find it. */
  row: number;
  orderNumber: string;
  trackingNumber: string;
  carrierSaid: string;
}

/** No table has more rows. */
export const mostRows = 500;

const separators = /[\t,;|]+|\s{1,}/;

/**
 * The rows of a table that was pasted from a spreadsheet or typed: cells stand apart by tabs, commas or spaces. A
 * header and empty rows are passed over. A row with too few cells stays in with what it has.
 */
export function readPasted(pasted: string): PastedRow[] {
  const rows = pasted.normalize('NFKC').split(/\r\n|\r|\n/);
  const read = rows.flatMap((text, index) => {
    const cells = cellsOf(text);
    if (cells.length === 0) return [];
    const [orderNumber = '', trackingNumber = '', carrierSaid = ''] = cells;
    return [{ row: index + 1, orderNumber, trackingNumber, carrierSaid }];
  });
  const [first, ...others] = read;
  return first !== undefined && isHeader(first) ? others : read;
}

/** Spreadsheets put an apostrophe or quotation marks around long numbers. */
function cellsOf(text: string): string[] {
  return text
    .split(separators)
    .map((cell) => cell.replace(/^['"’‘“”`]+|['"’‘“”`]+$/g, ''))
    .filter((cell) => cell !== '');
}

/** A header names its columns: no digits where an order's number belongs. */
function isHeader({ orderNumber }: PastedRow): boolean {
  return !/\d/.test(orderNumber);
}

/** Rows that say just what one before them says. */
export function repeatedRows(rows: readonly PastedRow[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const { row, orderNumber, trackingNumber, carrierSaid } of rows) {
    const said = `${orderNumber} ${trackingNumber} ${carrierSaid}`;
    if (seen.has(said)) repeated.add(row);
    seen.add(said);
  }
  return repeated;
}
