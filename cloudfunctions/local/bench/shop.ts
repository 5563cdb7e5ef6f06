import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '../../platform/migrate';
import { signSession } from '../../platform/session';
import { seedDemo } from '../demo/seed';
import type { Size } from '../demo/world/types';
import { merchantSide, standInKeys } from '../pay-stand-in/keys';
import { handOf, type Hand } from '../pay-stand-in/sealing';
import { createDatabase, dropDatabase } from '../postgres/databases';
import { startPostgres } from '../postgres/server';
import { countingWire, type Wire } from './wire';

const root = path.resolve(__dirname, '../../..');
const shopId = '0193a5c0-0000-7000-8000-00000000be4c';
export const connections = 32;

interface Answer {
  ok: boolean;
  value?: unknown;
  code?: string;
}
interface Bundles {
  api: { main: (event: object) => Promise<Answer>; close: () => Promise<void> };
  notify: { handle: (arrival: object) => Promise<{ status: number }>; close: () => Promise<void> };
}

/** A seeded shop whose deployed bundles are called in this process, as the cloud calls them. */
export interface BenchShop {
  shopId: string;
  bundles: Bundles;
  hand: Hand;
  mchid: string;
  appid: string;
  /** What counts statements; only in a shop that is opened to count, since it costs time. */
  wire: Wire | null;
  /** The bare driver, with as many connections as the shop may use. */
  bare: pg.Pool;
  /** Asks one procedure; throws when it is refused. */
  ask: (name: string, input: object, session?: string) => Promise<unknown>;
  /** A session of demo shopper number `n`, from 1. */
  session: (n: number) => string;
  close: () => Promise<void>;
}

/** Opens the shop on its own database: embedded with PostgreSQL's default durability, or on DATABASE_URL's server. */
export async function openBenchShop(size: Size, counts: boolean): Promise<BenchShop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-bench-'));
  const given = process.env['DATABASE_URL'];
  const server = given === undefined ? await startPostgres({ folder: path.join(folder, 'postgres'), durable: true }) : null;
  const serverUrl = server?.url ?? given ?? '';
  const name = `shuke_bench_${randomBytes(4).toString('hex')}`;
  const databaseUrl = await createDatabase(serverUrl, name);
  await migrate(databaseUrl, await readMigrations(path.join(root, 'cloudfunctions/migrations')));
  const dataKey = randomBytes(32).toString('base64');
  await seedDemo({ databaseUrl, shopId, nowMs: Date.now(), picturesFolder: null, dataKey, size });
  const wire = counts ? await countingWire(databaseUrl) : null;
  const keys = standInKeys(path.join(folder, 'keys'));
  const sessionSecret = randomBytes(32).toString('hex');
  setEnvironment({ databaseUrl: wire?.url ?? databaseUrl, dataKey, sessionSecret, merchant: merchantSide(keys) });
  const bundles = loadBundles();
  const bare = new pg.Pool({ connectionString: databaseUrl, max: connections });
  await bare.query('update stock set received = received + 1000000, on_hand = on_hand + 1000000');
  await bare.query('analyze');
  return {
    shopId,
    bundles,
    hand: handOf(keys),
    mchid: keys.mchid,
    appid: keys.appid,
    wire,
    bare,
    session: (n) => signSession({ openid: `demo-shopper-${n}` }, sessionSecret, Date.now()),
    async ask(procedure, input, session) {
      const answer = await bundles.api.main({ name: procedure, input, session });
      if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    async close() {
      await Promise.all([bundles.api.close(), bundles.notify.close(), bare.end()]);
      wire?.close();
      await dropDatabase(serverUrl, name);
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function loadBundles(): Bundles {
  const load = createRequire(path.join(root, 'package.json'));
  return {
    api: load(path.join(root, 'dist/cloud/api')) as Bundles['api'],
    notify: load(path.join(root, 'dist/cloud/pay-notify')) as Bundles['notify'],
  };
}

function setEnvironment(set: { databaseUrl: string; dataKey: string; sessionSecret: string; merchant: ReturnType<typeof merchantSide> }): void {
  const { databaseUrl, dataKey, sessionSecret, merchant } = set;
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(connections),
    SHOP_ID: shopId,
    DEMO: '1',
    IDENTITY: 'session',
    SESSION_SECRET: sessionSecret,
    DATA_KEY: dataKey,
    LOG_LEVEL: 'warn',
    WXPAY_BASE_URL: 'http://127.0.0.1:9',
    WXPAY_MCHID: merchant.mchid,
    WXPAY_APPID: merchant.appid,
    WXPAY_SERIAL: merchant.serial,
    WXPAY_PRIVATE_KEY: merchant.privateKeyPem,
    WXPAY_API_V3_KEY: merchant.apiV3Key,
    WXPAY_PLATFORM_KEYS: JSON.stringify(merchant.platformKeys),
    WXPAY_NOTIFY_URL: 'http://127.0.0.1:9/pay/notify',
    WECHAT_BASE_URL: 'http://127.0.0.1:9',
    WECHAT_SECRET: 'none',
    WECHAT_PUSH_TOKEN: 'none',
    WECHAT_PUSH_AES_KEY: 'k'.repeat(43),
  });
}
