import { randomBytes } from 'node:crypto';
import type { Database } from '../../cloudfunctions/domains/registry';
import { createDatabase, dropDatabase } from '../../cloudfunctions/local/postgres/databases';
import { openDatabase } from '../../cloudfunctions/platform/database';
import { makeLog } from '../../cloudfunctions/platform/log';

/** The database of one test file, there from its first test until its last. */
export interface TestDatabase {
  /** Its address. */
  readonly url: string;
  /** A pool of at most `most` connections to it, for tests of races; closed after the last test. */
  open(most: number): Database;
  /** A small pool, the same at every call. */
  readonly db: Database;
}

/** A migrated database of this file's own, with no row in it; call it once, outside the tests. */
export function testDatabase(): TestDatabase {
  const server = setting('TEST_SERVER_URL');
  const name = `shuke_test_${randomBytes(8).toString('hex')}`;
  const opened: Database[] = [];
  let url: string | undefined;
  let small: Database | undefined;

  beforeAll(async () => {
    url = await createDatabase(server, name, setting('TEST_TEMPLATE'));
  });
  afterAll(async () => {
    await Promise.all(opened.map((db) => db.destroy()));
    await dropDatabase(server, name);
  });

  const open = (most: number) => {
    const db: Database = openDatabase(there(url), most, makeLog('silent'));
    opened.push(db);
    return db;
  };
  return {
    open,
    get url() {
      return there(url);
    },
    get db() {
      return (small ??= open(4));
    },
  };
}

function there(url: string | undefined): string {
  if (url === undefined) throw new Error('the database is there only inside tests');
  return url;
}

function setting(name: 'TEST_SERVER_URL' | 'TEST_TEMPLATE'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run tests by npm test`);
  return value;
}
