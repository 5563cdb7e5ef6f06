import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '../../cloudfunctions/domains/registry';
import { merchantSide } from '../../cloudfunctions/local/pay-stand-in/keys';
import { startPayStandIn, type StandIn } from '../../cloudfunctions/local/pay-stand-in/server';
import {
  startWechatStandIn,
  type WechatStandIn,
} from '../../cloudfunctions/local/wechat-stand-in/server';
import { ensureDatabase } from '../../cloudfunctions/local/postgres/databases';
import {
  clearPostgres,
  startPostgres,
  type Postgres,
} from '../../cloudfunctions/local/postgres/server';
import { openDatabase } from '../../cloudfunctions/platform/database';
import { makeLog } from '../../cloudfunctions/platform/log';
import { migrate, readMigrations } from '../../cloudfunctions/platform/migrate';
import { signSession } from '../../cloudfunctions/platform/session';
import { houseSecret, houseSettings } from '../support/house-settings';
import { smallShop, type SmallShop } from '../support/small-shop';
import { layWire, type Wire } from './wire';

/** A shop with everything it stands on in programs of their own, each of which can be knocked over. */
export interface Town {
  readonly small: SmallShop;
  readonly db: Database;
  readonly standIn: StandIn;
  /** Where the stand-in keeps its book. */
  readonly folder: string;
  readonly wire: Wire;
  /** What the host wrote, its last lines. */
  readonly lines: readonly string[];
  session(openid: string): string;
  /** Calls the host once; throws when no answer comes. */
  post(place: string, body: object, headers?: Record<string, string>): Promise<Response>;
  /** Kills the host, wherever it is, with no warning. */
  killHost(): Promise<void>;
  openHost(): Promise<void>;
  /** Stops PostgreSQL, kindly or not, and starts it again in its place. */
  restartPostgres(mode: 'fast' | 'immediate'): Promise<void>;
  /** Runs the jobs once. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

const databaseName = 'shuke_faults';
/** WeChat Pay's waits of seconds and hours become ms and seconds. */
const scheduleScale = 0.003;
const mostLines = 500;

/** Builds a town; everything of it ends with `close`, or with this process. */
export async function buildTown(): Promise<Town> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-faults-'));
  const data = path.join(folder, 'postgres');
  let postgres = await startPostgres({ folder: data });
  const port = Number(new URL(postgres.url).port);
  const url = await ensureDatabase(postgres.url, databaseName);
  await migrate(url, await readMigrations(path.resolve('cloudfunctions/migrations')));
  const db: Database = openDatabase(url, 4, makeLog('silent'));
  const small = await smallShop(db);
  const standIn = await startPayStandIn({ folder, port: 0, scheduleScale });
  const wire = await layWire(standIn.url);
  const { appid, mchid } = merchantSide(standIn.keys());
  // The shop says nothing to WeChat's server API here; its address is nobody's.
  const wechat = await startWechatStandIn({ port: 0, appid, mchid, pushUrl: 'http://127.0.0.1:9' });
  const host = await hostOf({ folder, url, small, standIn, wire, wechat });
  await host.open();
  return {
    ...{ small, db, standIn, folder, wire, lines: host.lines },
    session: (openid) => signSession({ openid }, houseSecret, Date.now()),
    post: (place, body, headers = {}) =>
      fetch(`${host.url}${place}`, { method: 'POST', body: JSON.stringify(body), headers }),
    killHost: host.kill,
    openHost: host.open,
    tick: host.tick,
    async restartPostgres(mode) {
      await postgres.stop(mode === 'immediate');
      postgres = await startPostgres({ folder: data, port });
    },
    close: () =>
      closeTown({ host, standIn, wire, wechat, db, postgres: () => postgres, folder, data }),
  };
}

interface Parts {
  host: { close: () => Promise<void> };
  standIn: StandIn;
  wire: Wire;
  wechat: WechatStandIn;
  db: Database;
  postgres: () => Postgres;
  folder: string;
  data: string;
}

async function closeTown({ host, standIn, wire, wechat, db, postgres, folder, data }: Parts) {
  await host.close();
  await wire.close();
  await wechat.close();
  await standIn.close();
  await db.destroy();
  await postgres().stop();
  await clearPostgres(data);
  await rm(folder, { recursive: true, force: true });
}

interface Site {
  folder: string;
  url: string;
  small: SmallShop;
  standIn: StandIn;
  wire: Wire;
  wechat: WechatStandIn;
}

async function hostOf({ folder, url: databaseUrl, small, standIn, wire, wechat }: Site) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = houseSettings({
    databaseUrl,
    shopId: small.shop.shopId,
    payUrl: wire.url,
    notifyUrl: `${url}/pay/notify`,
    merchant: merchantSide(standIn.keys()),
    wechat,
    logLevel: 'warn',
  });
  const given = path.join(folder, 'host.json');
  const bundles = path.resolve('dist/cloud');
  await writeFile(given, JSON.stringify({ port, bundles, dataFolder: folder, environment }));
  const file = await bundled(path.join(__dirname, 'open-host.ts'), folder);
  const lines: string[] = [];
  let program: ChildProcess | undefined;
  const end = async (how: (running: ChildProcess) => void) => {
    const running = program;
    program = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    how(running);
    await ended;
  };
  return {
    url,
    lines,
    async open() {
      program = fork(file, [given], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      const keep = (said: Buffer) => void lines.splice(0, lines.push(String(said)) - mostLines);
      program.stdout?.on('data', keep);
      program.stderr?.on('data', keep);
      await heard(program);
    },
    kill: () => end((running) => running.kill('SIGKILL')),
    async tick() {
      if (program === undefined) throw new Error('the host is down');
      const ticked = heard(program);
      program.send('tick');
      await ticked;
    },
    close: () => end((running) => running.disconnect()),
  };
}

/** A program as one file of plain JavaScript, which starts much sooner than its sources do. */
async function bundled(source: string, folder: string): Promise<string> {
  const outfile = path.join(folder, 'open-host.cjs');
  const options = { entryPoints: [source], outfile, bundle: true, platform: 'node' };
  // In a process of its own: esbuild does not run inside the test runner's realm.
  const build = `require('esbuild').buildSync(${JSON.stringify(options)})`;
  await promisify(execFile)(process.execPath, ['-e', build]);
  return outfile;
}

/** The next thing that a program says; it fails when the program ends instead. */
function heard(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the host ended with ${code}`));
    program.once('exit', onExit);
    program.once('message', () => {
      program.off('exit', onExit);
      resolve();
    });
  });
}

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
