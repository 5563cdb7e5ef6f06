import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, dropDatabase } from '../../../cloudfunctions/local/postgres/databases';
import { migrate, readMigrations } from '../../../cloudfunctions/platform/migrate';
import { query } from '../local/postgres/scratch';

const server = process.env['TEST_SERVER_URL'] ?? '';
const databases: string[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-migrations-'));
});

afterAll(async () => {
  for (const name of databases) await dropDatabase(server, name);
  await rm(folder, { recursive: true, force: true });
});

function newDatabase(): Promise<string> {
  const name = `shuke_migrate_${randomBytes(8).toString('hex')}`;
  databases.push(name);
  return createDatabase(server, name);
}

async function migrationsOf(files: Readonly<Record<string, string>>) {
  const place = await mkdtemp(path.join(folder, 'files-'));
  for (const [name, sql] of Object.entries(files)) await writeFile(path.join(place, name), sql);
  return readMigrations(place);
}

const goods = {
  '0001_goods.sql': 'create table goods (name text); create table shelves (at int);',
};
const labels = { '0002_labels.sql': "insert into goods values ('one');" };

describe('migrations', () => {
  it('run in order, each once', async () => {
    const url = await newDatabase();
    const migrations = await migrationsOf({ ...labels, ...goods });
    expect(await migrate(url, migrations)).toEqual(['0001_goods.sql', '0002_labels.sql']);
    expect(await migrate(url, migrations)).toEqual([]);
    expect(await query(url, 'select name from goods')).toEqual([{ name: 'one' }]);
  });

  it('go on from where a database stands', async () => {
    const url = await newDatabase();
    await migrate(url, await migrationsOf(goods));
    expect(await migrate(url, await migrationsOf({ ...goods, ...labels }))).toEqual([
      '0002_labels.sql',
    ]);
  });

  it('run once when eight starters migrate at the same time', async () => {
    const url = await newDatabase();
    const migrations = await migrationsOf({ ...goods, ...labels });
    const ran = await Promise.all(Array.from({ length: 8 }, () => migrate(url, migrations)));
    expect(ran.flat().sort()).toEqual(['0001_goods.sql', '0002_labels.sql']);
    expect(await query(url, 'select name from goods')).toEqual([{ name: 'one' }]);
  });

  it('leave nothing of one that fails, name it with its line, and go on when it is mended', async () => {
    const url = await newDatabase();
    const broken = { '0002_labels.sql': "insert into goods values ('half');\nselect nonsense;" };
    await expect(migrate(url, await migrationsOf({ ...goods, ...broken }))).rejects.toThrow(
      /^migrations: 0002_labels\.sql failed: .*nonsense.* \(line 2\)$/,
    );
    expect(await query(url, 'select name from goods')).toEqual([]);
    await migrate(url, await migrationsOf({ ...goods, ...labels }));
    expect(await query(url, 'select name from goods')).toEqual([{ name: 'one' }]);
  });

  it('take the ends of lines of Windows for what they are', async () => {
    const url = await newDatabase();
    await migrate(
      url,
      await migrationsOf({ '0001_goods.sql': 'create table goods (\n name text);' }),
    );
    const windows = { '0001_goods.sql': 'create table goods (\r\n name text);' };
    expect(await migrate(url, await migrationsOf(windows))).toEqual([]);
  });
});

describe('a history that does not fit is refused in one line', () => {
  it.each([
    [
      'a file that was changed after it ran',
      { '0001_goods.sql': 'select 1' },
      /0001_goods\.sql was changed after it ran/,
    ],
    [
      'a file that is gone',
      labels,
      /the database has 0001_goods\.sql, which this version does not know/,
    ],
    [
      'a new file before one that ran',
      { ...goods, '0000_first.sql': 'select 1' },
      /0000_first\.sql comes before/,
    ],
  ])('%s', async (_, files, objection) => {
    const url = await newDatabase();
    await migrate(url, await migrationsOf(goods));
    const refused = migrate(url, await migrationsOf(files));
    await expect(refused).rejects.toThrow(objection);
    await expect(refused).rejects.not.toThrow(/\n/);
    expect(await query(url, 'select name from schema_migrations')).toEqual([
      { name: '0001_goods.sql' },
    ]);
  });

  it.each([
    [
      'a number that is used twice',
      { ...goods, '0001_other.sql': 'select 1' },
      /0001 is used twice/,
    ],
    ['a name that says no number', { 'goods.sql': 'select 1' }, /not named NNNN_name\.sql/],
  ])('%s', async (_, files, objection) => {
    await expect(migrationsOf(files)).rejects.toThrow(objection);
  });
});
