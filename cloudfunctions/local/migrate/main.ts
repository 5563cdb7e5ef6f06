import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, readMigrations } from '../../platform/migrate';
import { checkDatabase } from '../start/database';
import { explain } from '../start/explain';
import { Trouble } from '../start/trouble';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../migrations');

/** `run.mjs migrate/main.ts`: brings the database of DATABASE_URL to the last migration, and says which ran. */
async function main(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? '';
  if (url === '') throw new Trouble('请设置 DATABASE_URL', 'set DATABASE_URL');
  await checkDatabase(url);
  const ran = await migrate(url, await readMigrations(folder));
  for (const name of ran) process.stdout.write(`✓ ${name}\n`);
  if (ran.length === 0) process.stdout.write('✓ 表结构已是最新 | nothing to migrate\n');
}

main().catch((fault: unknown) => {
  const line = explain(fault);
  if (line === null) throw fault;
  process.stderr.write(`✗ ${line}\n`);
  process.exitCode = 1;
});
