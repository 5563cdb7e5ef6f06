import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { watchMs } from './clock';
import type { Log } from './log';
import { countStatement } from './request';

/** What to run statements on: the database, or the transaction that is open. */
export type Queries<Tables> = Kysely<Tables> | Transaction<Tables>;

const int8 = 20;
/** What stands behind each builder that was opened. */
const opens = new WeakMap<object, { pool: pg.Pool; log: Log }>();
const date = 1082;
const retried = new Set(['40001', '40P01']);
const mostTries = 6;

/**
 * bigint columns hold amounts and instants, all far below 2^53: they are read as numbers, once, here. A day is read as
 * its text, `YYYY-MM-DD`; as an instant of this machine's zone it would be another day elsewhere.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === date) return String;
    return oid === int8 ? exactInteger : pg.types.getTypeParser(oid, format);
  },
};

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`int8 beyond what a number holds: ${text}`);
  return value;
}

/**
 * A pool of at most `most` connections behind a typed query builder. Columns are snake_case there and
 * camelCase here. Only unnamed statements are sent, so a transaction-mode pooler may stand between.
 */
export function openDatabase<Tables>(url: string, most: number, log: Log): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types,
    connectionTimeoutMillis: 10_000,
  });
  const onLost = (fault: Error) => log.warn('database.connection_lost', { reason: fault.message });
  pool.on('error', onLost);
  // The pool hears only the connections that it has at home; one that breaks while lent out would end Node.
  pool.on('acquire', (client) => client.on('error', onLost));
  pool.on('release', (_fault, client) => client.removeListener('error', onLost));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ level, query, queryDurationMillis: ms }) =>
      noteStatement(log, { sql: query.sql, ms, failed: level === 'error' }),
  });
  opens.set(db, { pool, log });
  return db;
}

/**
 * Calls a function that the database keeps, outside any transaction: one statement, one commit. Nothing is built
 * or renamed on the way, since every order goes through here; JSON comes with the keys that the function gave.
 */
export async function callFunction<Answer>(
  db: object,
  name: string,
  given: readonly unknown[],
): Promise<Answer> {
  const opened = opens.get(db);
  if (opened === undefined)
    throw new Error(`${name} is called of a database, not in a transaction`);
  const { pool, log } = opened;
  const sql = callText(name, given.length);
  // Not pool.query: it ends the connection of every statement that fails, and a shelf too empty is a failure.
  const client = await pool.connect();
  const startedAt = watchMs();
  let failed = true;
  try {
    const { rows } = await client.query<{ answer: Answer }>(sql, [...given]);
    failed = false;
    const [row] = rows;
    if (row === undefined) throw new Error(`${name} answered nothing`);
    return row.answer;
  } finally {
    client.release();
    noteStatement(log, { sql, ms: watchMs() - startedAt, failed });
  }
}

function callText(name: string, given: number): string {
  const places = Array.from({ length: given }, (_, index) => `$${index + 1}`);
  return `select ${name}(${places.join()}) as answer`;
}

function noteStatement(
  log: Log,
  { sql, ms, failed }: { sql: string; ms: number; failed: boolean },
) {
  countStatement();
  const facts = { sql, ms: Math.round(ms) };
  if (failed) log.debug('sql.failed', facts);
  else if (ms > 500) log.warn('sql.slow', facts);
  else log.debug('sql', facts);
}

/** One transaction, repeated as a whole when PostgreSQL ends it for a deadlock or a serialization failure. */
export async function transact<Tables, T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return repeating(() => db.transaction().execute(work));
}

/** Runs `work`, again when PostgreSQL ended it for a deadlock or a serialization failure, six times at most. */
export async function repeating<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (tries >= mostTries || !retried.has(faultCode(fault) ?? '')) throw fault;
    }
  }
}

/** PostgreSQL's SQLSTATE of a fault, or undefined when the fault did not come from there. */
export function faultCode(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' ? fault.code : undefined;
}

/** The detail that PostgreSQL gave with a fault: what `raise … using detail` says. */
export function faultDetail(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('detail' in fault)) return undefined;
  return typeof fault.detail === 'string' ? fault.detail : undefined;
}
