import type pg from 'pg';

/** What rows are written through: a connection inside a transaction, and the shop they belong to. */
export interface Pen {
  readonly client: pg.ClientBase;
  readonly shopId: string;
}

const rowsAtOnce = 2_000;

/**
 * Adds rows to a table, many with one statement: PostgreSQL reads them from one JSON text, types and all.
 * Every row has the keys of the first one, in camelCase; the shop is added here.
 */
export async function insertRows(pen: Pen, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = ['shop_id', ...Object.keys(first).map(snake)].join(', ');
  const statement = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce).map((row) => inColumns(pen.shopId, row));
    await pen.client.query(statement, [JSON.stringify(batch)]);
  }
}

function inColumns(shopId: string, row: object): object {
  const entries = Object.entries(row).map(([key, value]: [string, unknown]): [string, unknown] => [
    snake(key),
    value,
  ]);
  return Object.fromEntries([['shop_id', shopId], ...entries]);
}

const names = new Map<string, string>();

function snake(key: string): string {
  const before = names.get(key);
  if (before !== undefined) return before;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  names.set(key, name);
  return name;
}
