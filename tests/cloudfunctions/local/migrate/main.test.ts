import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, dropDatabase } from '../../../../cloudfunctions/local/postgres/databases';

const server = process.env['TEST_SERVER_URL'] ?? '';
const name = `shuke_migrating_${randomBytes(8).toString('hex')}`;
const runner = path.resolve('cloudfunctions/local/run.mjs');

afterAll(() => dropDatabase(server, name));

function migrateCommand(databaseUrl: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return promisify(execFile)(process.execPath, [runner, 'migrate/main.ts'], { env });
}

describe('the command that migrates', () => {
  test('tells each migration that ran, and afterwards that there is none', async () => {
    const url = await createDatabase(server, name);
    expect((await migrateCommand(url)).stdout).toMatch(/^✓ 0001_tables\.sql\n✓ 0002_/);
    expect((await migrateCommand(url)).stdout).toMatch(/nothing to migrate/);
  });

  test('says in one line that a database is not named or does not answer', async () => {
    await expect(migrateCommand('')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^✗ .*set DATABASE_URL\n$/) as string,
    });
    await expect(migrateCommand('postgres://u@127.0.0.1:9/none')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^✗ DATABASE_URL .*nothing answers.*\n$/) as string,
    });
  });
});
