import { stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ensureDatabase } from '../postgres/databases';
import { findPostgres, startPostgres } from '../postgres/server';
import { checkDatabase } from '../start/database';
import { explain } from '../start/explain';
import { orNull, Trouble } from '../start/trouble';
import { findFaults, readInvariants, type Fault } from './invariants';

const root = path.resolve(__dirname, '../../..');

/**
 * `npm run verify-data`: whether the data of every shop are as they must be. Reads the database of DATABASE_URL, else
 * the demo shop's, also while that is open; changes nothing. One line for each invariant, and the rows at fault with
 * what is wrong in numbers; ends with 1 when there are any.
 */
async function main(): Promise<void> {
  const { url, close } = await findDatabase();
  try {
    await checkDatabase(url);
    process.exitCode = (await verify(url)) ? 0 : 1;
  } finally {
    await close();
  }
}

async function verify(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // One picture for all of them, and no way to change it.
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows } = await client.query<{ made: boolean }>(
      "select to_regclass('bills') is not null as made",
    );
    if (rows[0]?.made !== true) throw notMade();
    let found = 0;
    for (const invariant of readInvariants()) {
      const ask = async (text: string) =>
        (await client.query<{ id: string; says: string }>(text)).rows;
      const faults = await findFaults(ask, invariant);
      found += faults.length;
      say(faults, `${invariant.group} · ${invariant.name}: ${invariant.holds}`);
    }
    process.stdout.write(
      found === 0
        ? '\n数据一致 | all data are as they must be\n'
        : `\n发现 ${found} 处不一致 | ${found} faults\n`,
    );
    return found === 0;
  } finally {
    await client.end();
  }
}

function say(faults: readonly Fault[], sentence: string): void {
  process.stdout.write(`${faults.length === 0 ? '✓' : '✗'} ${sentence}\n`);
  for (const { id, says } of faults) process.stdout.write(`    ${id}  ${says}\n`);
}

/** The database that is meant, and what is to be done when it was read. */
async function findDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env['DATABASE_URL'] ?? '';
  if (given !== '') return { url: given, close: () => Promise.resolve() };
  const demo = path.join(root, '.shuke');
  if ((await orNull(stat(demo))) === null) throw notMade();
  const folder = path.join(demo, 'postgres');
  const open = await findPostgres(folder);
  if (open !== null)
    return { url: await ensureDatabase(open, 'shuke'), close: () => Promise.resolve() };
  const server = await startPostgres({ folder });
  return { url: await ensureDatabase(server.url, 'shuke'), close: () => server.stop() };
}

function notMade(): Trouble {
  return new Trouble(
    '这里还没有店铺：请先 npm start，或设置 DATABASE_URL',
    'there is no shop here yet: npm start first, or set DATABASE_URL',
  );
}

main().catch((fault: unknown) => {
  const line = explain(fault);
  if (line === null) throw fault;
  process.stderr.write(`✗ ${line}\n`);
  process.exitCode = 1;
});
