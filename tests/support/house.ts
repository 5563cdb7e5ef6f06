import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost, type Host } from '../../cloudfunctions/local/host/server';
import { merchantSide } from '../../cloudfunctions/local/pay-stand-in/keys';
import { startPayStandIn, type StandIn } from '../../cloudfunctions/local/pay-stand-in/server';
import {
  startWechatStandIn,
  type WechatStandIn,
} from '../../cloudfunctions/local/wechat-stand-in/server';
import { signSession } from '../../cloudfunctions/platform/session';
import { testDatabase, type TestDatabase } from './database';
import { houseSecret, houseSettings } from './house-settings';
import { smallShop, type SmallShop } from './small-shop';

/** A call's answer as it travelled: the HTTP status, the body, and the body's text. */
export interface Told {
  status: number;
  body: Record<string, unknown>;
  text: string;
  requestId: string;
}

/** Somebody with a session. */
export interface Guest {
  memberId: string;
  openid: string;
  session: string;
}

/**
 * The small shop behind a real host, with the functions from their sources and a stand-in for WeChat Pay, all
 * in the test's own process: faults can be planted, secrets are known, and every line of the log is kept.
 */
export interface House {
  readonly url: string;
  readonly database: TestDatabase;
  readonly small: SmallShop;
  readonly host: Host;
  readonly standIn: StandIn;
  /** WeChat's server API. */
  readonly wechat: WechatStandIn;
  /** Where the stand-in keeps its book. */
  readonly folder: string;
  /** Lets everything at WeChat Pay happen that waits for its time, such as a refund that is under way. */
  timePasses(): Promise<void>;
  /** What was written to standard output since the house opened. */
  readonly lines: string[];
  /** A new member who is signed in. */
  shopper(): Promise<Guest>;
  /** A session for an openid, signed `agoMs` ago. */
  session(openid: string, agoMs?: number): string;
  /** Calls a procedure by `POST /api`. */
  ask(session: string | null, name: string, input?: unknown): Promise<Told>;
  /** Sends `body` as it stands to `POST /api`. */
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<Told>;
  /** Moves the shop's clock forward. */
  advance(ms: number): Promise<void>;
}

interface Opened {
  folder: string;
  small: SmallShop;
  host: Host;
  standIn: StandIn;
  wechat: WechatStandIn;
  waiting: Set<() => void>;
}

/** Opens a house for one test file, from before its first test until after its last; call it once, outside the tests. */
export function testHouse(logLevel = 'error'): House {
  let opened: Opened | undefined;
  const lines: string[] = [];
  const quiet = keepLines(lines);
  // Hooks run in the order of these lines: the database comes first, and leaves after the house.
  afterAll(async () => {
    if (opened !== undefined) await close(opened);
    quiet.end();
  });
  const database = testDatabase();
  beforeAll(async () => {
    quiet.begin();
    opened = await open(database, logLevel);
  });
  const there = () => {
    if (opened === undefined) throw new Error('the house is there only inside tests');
    return opened;
  };
  return {
    ...callsTo(there),
    database,
    lines,
    get url() {
      return there().host.url;
    },
    get small() {
      return there().small;
    },
    get host() {
      return there().host;
    },
    get standIn() {
      return there().standIn;
    },
    get wechat() {
      return there().wechat;
    },
    get folder() {
      return there().folder;
    },
  };
}

type Calls = Pick<House, 'session' | 'post' | 'ask' | 'shopper' | 'advance' | 'timePasses'>;

/** What a test does with the house that is `there`. */
function callsTo(there: () => Opened): Calls {
  const post: House['post'] = (body, headers = {}) =>
    send(`${there().host.url}/api`, body, headers);
  const session: House['session'] = (openid, agoMs = 0) =>
    signSession({ openid }, houseSecret, Date.now() - agoMs);
  return {
    session,
    post,
    ask: (who, name, input) =>
      post(JSON.stringify({ name, input }), who === null ? {} : { authorization: `Bearer ${who}` }),
    async shopper() {
      const { memberId, openid } = (await there().small.shopper()).caller;
      return { memberId, openid, session: session(openid) };
    },
    async advance(ms) {
      await send(`${there().host.url}/demo/clock`, JSON.stringify({ advanceMs: ms }), {});
    },
    async timePasses() {
      const { waiting, standIn, wechat } = there();
      await Promise.all([standIn.idle(), wechat.idle()]);
      for (const task of [...waiting]) task();
      await Promise.all([standIn.idle(), wechat.idle()]);
    },
  };
}

async function open(database: TestDatabase, logLevel: string): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-house-'));
  const small = await smallShop(database.db);
  const port = await freePort();
  const waiting = new Set<() => void>();
  const standIn = await startPayStandIn({
    folder,
    port: 0,
    scheduleScale: 1,
    startTimer: (task) => keepTask(waiting, task),
  });
  const merchant = merchantSide(standIn.keys());
  const wechat = await startWechatStandIn({
    port: 0,
    appid: merchant.appid,
    mchid: merchant.mchid,
    pushUrl: `http://127.0.0.1:${port}/wechat-push`,
    startTimer: (task) => keepTask(waiting, task),
  });
  const host = await startHost({
    port,
    bundles: await sourcesAsBundles(folder),
    dataFolder: folder,
    demo: true,
    jobs: 'manual',
    environment: houseSettings({
      databaseUrl: database.url,
      shopId: small.shop.shopId,
      payUrl: standIn.url,
      notifyUrl: `http://127.0.0.1:${port}/pay/notify`,
      merchant,
      wechat,
      logLevel,
    }),
  });
  return { folder, small, host, standIn, wechat, waiting };
}

/** Keeps a task until the test lets time pass; gives what cancels it. */
function keepTask(waiting: Set<() => void>, task: () => void): () => void {
  const once = () => {
    waiting.delete(once);
    task();
  };
  waiting.add(once);
  return () => void waiting.delete(once);
}

async function close({
  folder,
  host,
  standIn,
  wechat,
}: Pick<Opened, 'folder' | 'host' | 'standIn' | 'wechat'>): Promise<void> {
  await standIn.close();
  await wechat.close();
  await host.close();
  await rm(folder, { recursive: true });
}

async function send(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
): Promise<Told> {
  const response = await fetch(url, { method: 'POST', body: Buffer.from(body), headers });
  const text = await response.text();
  return {
    status: response.status,
    body: JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>,
    text,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}

/** The host loads a folder of bundles; these lead to the sources, so that no build is needed. */
async function sourcesAsBundles(folder: string): Promise<string> {
  const bundles = path.join(folder, 'bundles');
  const entries = path.resolve(__dirname, '../../cloudfunctions/entries');
  for (const name of ['api', 'pay-notify', 'wechat-push', 'jobs']) {
    await mkdir(path.join(bundles, name), { recursive: true });
    const source = JSON.stringify(path.join(entries, name, 'index.ts'));
    await writeFile(path.join(bundles, name, 'index.js'), `module.exports = require(${source});`);
  }
  return bundles;
}

/** Keeps what is written to standard output, from `begin` to `end`. */
function keepLines(lines: string[]) {
  const write = process.stdout.write.bind(process.stdout);
  return {
    begin() {
      process.stdout.write = (said: string | Uint8Array) => {
        lines.push(
          ...String(said)
            .split('\n')
            .filter((line) => line !== ''),
        );
        return true;
      };
    },
    end() {
      process.stdout.write = write;
    },
  };
}

/** WeChat Pay is told an address before the host has one, so the port is chosen first. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
