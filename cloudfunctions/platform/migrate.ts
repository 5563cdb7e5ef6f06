import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { realNowMs } from './clock';

/** One step of the schema: plain SQL that runs once, as one transaction. */
export interface Migration {
  /** `0001_tables.sql`: the number is its place in the sequence. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Why a database cannot be brought to this version, in one line. */
export class MigrationFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`migrations: ${message}`, options);
    this.name = 'MigrationFault';
  }
}

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** Any number will do, as long as nobody else locks it. */
const lockKey = 7_485_683_502;

const ledger = `create table if not exists schema_migrations (
  name text primary key,
  checksum text not null,
  applied_at bigint not null
)`;

/** The migrations in `folder`, in order. Throws when a name is odd or a number is used twice. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  for (const name of names) {
    const number = fileName.exec(name)?.[1];
    if (number === undefined) throw new MigrationFault(`${name} is not named NNNN_name.sql`);
    if (numbers.has(number)) throw new MigrationFault(`the number ${number} is used twice`);
    numbers.add(number);
  }
  return Promise.all(names.map((name) => readMigration(folder, name)));
}

/**
 * Brings a database to the last of `migrations` and answers the names that it ran. Each runs in a transaction
 * of its own under an advisory lock that ends with it, so several starters may migrate at once, also through a
 * pooler in transaction mode. Forward only: a file that was changed after it ran is refused.
 */
export async function migrate(
  database: pg.ClientBase | string,
  migrations: readonly Migration[],
): Promise<string[]> {
  if (typeof database !== 'string') return bringForward(database, migrations);
  const client = new pg.Client({ connectionString: database, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await bringForward(client, migrations);
  } finally {
    await client.end();
  }
}

async function bringForward(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<string[]> {
  const pending = await locked(client, async () => {
    await client.query(ledger);
    const applied = await readApplied(client);
    insistOnHistory(migrations, applied);
    return migrations.filter(({ name }) => !applied.has(name));
  });
  const ran: string[] = [];
  for (const migration of pending) {
    if (await locked(client, () => apply(client, migration))) ran.push(migration.name);
  }
  return ran;
}

/** Runs one migration unless another starter did so meanwhile; true when it ran here. */
async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<boolean> {
  const applied = (await readApplied(client)).get(name);
  if (applied === checksum) return false;
  if (applied !== undefined) throw changed(name);
  try {
    await client.query(sql);
  } catch (fault) {
    throw new MigrationFault(`${name} failed: ${reasonOf(fault, sql)}`, { cause: fault });
  }
  await client.query(
    'insert into schema_migrations (name, checksum, applied_at) values ($1, $2, $3)',
    [name, checksum, realNowMs()],
  );
  return true;
}

function insistOnHistory(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const present = known.get(name);
    if (present === undefined)
      throw new MigrationFault(`the database has ${name}, which this version does not know`);
    if (present !== checksum) throw changed(name);
  }
  const last = [...applied.keys()].sort().pop() ?? '';
  const late = migrations.find(({ name }) => !applied.has(name) && name < last);
  if (late !== undefined)
    throw new MigrationFault(`${late.name} comes before ${last}, which has run already`);
}

function changed(name: string): MigrationFault {
  return new MigrationFault(`${name} was changed after it ran; add a new file instead`);
}

async function readApplied(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** One transaction that no other starter's overlaps. */
async function locked<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (fault) {
    // A connection that broke has rolled back already, and its fault is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout on Windows may end lines its own way, which changes nothing that PostgreSQL sees.
  const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** What PostgreSQL said, with the line of the file when it told where. */
function reasonOf(fault: unknown, sql: string): string {
  if (!(fault instanceof Error)) return String(fault);
  if (!(fault instanceof pg.DatabaseError) || fault.position === undefined) return fault.message;
  const line = sql.slice(0, Number(fault.position)).split('\n').length;
  return `${fault.message} (line ${line})`;
}
