import { sql } from 'kysely';
import { testDatabase } from './database';

const database = testDatabase();
const another = testDatabase();

test('a test file has a migrated database with no row in it', async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from orders`.execute(database.db);
  expect(rows).toEqual([{ count: 0 }]);
});

test('what one database holds, another does not', async () => {
  await sql`create table notes (line text)`.execute(database.db);
  const { rows } = await sql`select to_regclass('notes') as notes`.execute(another.db);
  expect(rows).toEqual([{ notes: null }]);
});
