import pg from 'pg';

const plainName = /^[a-z][a-z0-9_]{0,62}$/;

/** Makes the database `name` on the server at `url`, as a copy of `template` when one is named; its address. */
export async function createDatabase(
  url: string,
  name: string,
  template?: string,
): Promise<string> {
  const copied = template === undefined ? '' : ` template ${plain(template)}`;
  await run(url, `create database ${plain(name)}${copied}`);
  return databaseUrl(url, name);
}

/** The address of the database `name`, which is made when it is missing. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  const found = await run(url, 'select 1 from pg_database where datname = $1', [plain(name)]);
  return found.rowCount === 0 ? createDatabase(url, name) : databaseUrl(url, name);
}

/** Removes the database `name` together with whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await run(url, `drop database if exists ${plain(name)} with (force)`);
}

/** `url` with another database's name. */
function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function plain(name: string): string {
  if (!plainName.test(name)) throw new RangeError(`not a plain database name: ${name}`);
  return name;
}

async function run(
  url: string,
  sql: string,
  values: readonly string[] = [],
): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}
