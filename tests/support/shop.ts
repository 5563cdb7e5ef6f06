import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase, type TestDatabase } from './database';

/** What a shop's program says: where it is, that its jobs ran, or what went wrong. */
export type ShopReport = { url: string; standInUrl: string } | { ticked: true } | { fault: string };

/** The shop of one test file, with the small demo seed; there from its first test until its last. */
export interface TestShop {
  /** Where the storefront and `POST /api` are. */
  readonly url: string;
  /** Where the stand-in for WeChat Pay is. */
  readonly standInUrl: string;
  /** What the shop has written. */
  readonly database: TestDatabase;
  /** Where the stand-in for WeChat Pay keeps its book. */
  readonly folder: string;
  /** Runs the jobs function once, now. */
  tick(): Promise<void>;
}

/** Opens a complete shop for a journey: database, seed, pay stand-in and host; call it once, outside the tests. */
export function testShop(): TestShop {
  let opened: Opened | undefined;
  // Hooks run in the order of these lines: the database comes first, and leaves after the shop.
  afterAll(async () => {
    if (opened !== undefined) await close(opened);
  });
  const database = testDatabase();
  beforeAll(async () => {
    opened = await open(database.url);
  });
  const there = () => {
    if (opened === undefined) throw new Error('the shop is there only inside tests');
    return opened;
  };
  return {
    database,
    get url() {
      return there().url;
    },
    get standInUrl() {
      return there().standInUrl;
    },
    get folder() {
      return there().folder;
    },
    async tick() {
      const { program } = there();
      const ticked = heard(program);
      program.send('tick');
      await ticked;
    },
  };
}

interface Opened {
  readonly program: ChildProcess;
  readonly folder: string;
  readonly url: string;
  readonly standInUrl: string;
}

async function open(databaseUrl: string): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-shop-'));
  const program = fork(path.join(__dirname, 'open-shop.ts'), [databaseUrl, folder], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    const report = await heard(program);
    if (!('url' in report)) throw new Error('the shop did not open');
    return { program, folder, ...report };
  } catch (fault) {
    await close({ program, folder });
    throw fault;
  }
}

async function close({ program, folder }: Pick<Opened, 'program' | 'folder'>): Promise<void> {
  if (program.exitCode === null && program.signalCode === null) {
    const exited = once(program, 'exit');
    if (program.connected) program.disconnect();
    await exited;
  }
  await rm(folder, { recursive: true });
}

/** The next thing that the shop says; it fails when the program ends instead. */
function heard(program: ChildProcess): Promise<ShopReport> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the shop ended with ${code}`));
    program.once('exit', onExit);
    program.once('message', (message) => {
      program.off('exit', onExit);
      const report = message as ShopReport;
      if ('fault' in report) reject(new Error(`the shop: ${report.fault}`));
      else resolve(report);
    });
  });
}
