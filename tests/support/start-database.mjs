import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const migrations = fileURLToPath(new URL('../../cloudfunctions/migrations', import.meta.url));
const load = (file) => tsImport(`../../cloudfunctions/${file}.ts`, import.meta.url);

/**
 * One PostgreSQL for the whole run: the embedded one, thrown away afterwards, or the server that DATABASE_URL
 * names. A template is migrated there once, from which each test file copies a database of its own.
 */
export default async function startDatabase() {
  const { createDatabase, dropDatabase } = await load('local/postgres/databases');
  const { migrate, readMigrations } = await load('platform/migrate');
  const server = await startServer();
  const template = `shuke_test_${process.pid}`;
  await dropDatabase(server.url, template);
  const url = await createDatabase(server.url, template);
  await migrate(url, await readMigrations(migrations));
  // Workers inherit these; teardown, which runs in this process, finds the rest.
  process.env.TEST_SERVER_URL = server.url;
  process.env.TEST_TEMPLATE = template;
  globalThis.stopTestDatabase = async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}

async function startServer() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const { startPostgres, clearPostgres } = await load('local/postgres/server');
  const folder = path.join(tmpdir(), `shuke-test-${process.pid}`);
  const { url, stop } = await startPostgres({ folder, durable: false });
  return {
    url,
    stop: async () => {
      await stop();
      await clearPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
