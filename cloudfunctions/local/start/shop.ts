import { mkdir, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { migrate, readMigrations } from '../../platform/migrate';
import { tellPast } from '../demo/past';
import { seedDemo } from '../demo/seed';
import { startHost, type Host } from '../host/server';
import { merchantSide, standInKeys } from '../pay-stand-in/keys';
import { startPayStandIn } from '../pay-stand-in/server';
import { startWechatStandIn } from '../wechat-stand-in/server';
import { wechatSettings } from '../wechat-stand-in/settings';
import { ensureDatabase } from '../postgres/databases';
import { holdFolder } from '../postgres/hold';
import { clearPostgres, startPostgres } from '../postgres/server';
import { reachable } from './addresses';
import { startBuild } from './build';
import { checkDatabase } from './database';
import type { StartOptions } from './options';
import type { Owned } from './owned';
import { openSecrets, type Secrets } from './secrets';
import type { Steps } from './steps';
import { codeOf, portTaken } from './trouble';

/** The demo shop's id: the same in every place, so that data of earlier starts are found again. */
const shopId = '0193a5c0-0000-7000-8000-000000000001';
const connections = 16;
/** WeChat repeats an unanswered callback over a day; the demo's repeats come within minutes. */
const payScheduleScale = 0.02;

/** What opening the shop needs: where the checkout is, what was asked, and who shows and closes. */
export interface Opening {
  readonly root: string;
  readonly options: StartOptions;
  readonly steps: Steps;
  readonly owned: Owned;
}

interface Folders {
  readonly data: string;
  readonly postgres: string;
  readonly pictures: string;
  readonly payStandIn: string;
}

/** Opens the whole shop: database, functions, storefront, pay stand-in and host, each closed by `owned` later. */
export async function openShop(opening: Opening): Promise<Host> {
  const { root, options, owned, steps } = opening;
  const folders = foldersOf(path.resolve(root, options.dataFolder));
  await mkdir(folders.data, { recursive: true });
  await owned.open(
    () => holdFolder(folders.data),
    (hold) => hold.release(),
  );
  await Promise.all([
    checkPort(options.port, options.host),
    checkPort(options.port + 1, options.host),
    checkPort(options.port + 2, options.host),
  ]);
  if (options.fresh) await steps.run('清空旧数据 clearing', () => clear(folders));
  const secrets = await openSecrets(folders.data);
  const [databaseUrl] = await Promise.all([
    prepareDatabase(opening, folders, secrets),
    build(opening, 'cloud', '构建云函数 building the functions'),
    build(opening, 'h5', '构建店面 building the storefront'),
  ]);
  return steps.run('开门 opening', () =>
    openDoors(opening, folders, environmentOf(databaseUrl, secrets)),
  );
}

function foldersOf(data: string): Folders {
  return {
    data,
    postgres: path.join(data, 'postgres'),
    pictures: path.join(data, 'pictures'),
    payStandIn: path.join(data, 'pay-stand-in'),
  };
}

/** Starts over: everything goes but the folder itself, which stays held. */
async function clear({ data, postgres }: Folders): Promise<void> {
  await clearPostgres(postgres);
  for (const name of await readdir(data)) {
    await rm(path.join(data, name), { recursive: true, force: true });
  }
}

async function prepareDatabase(
  { root, options, steps, owned }: Opening,
  folders: Folders,
  { dataKey }: Secrets,
): Promise<string> {
  const url = await steps.run('启动数据库 database', async () => {
    if (options.databaseUrl !== undefined) return options.databaseUrl;
    const server = await owned.open(
      () => startPostgres({ folder: folders.postgres }),
      (opened) => opened.stop(),
    );
    return ensureDatabase(server.url, 'shuke');
  });
  await checkDatabase(url);
  await steps.run('更新表结构 migrations', async () =>
    migrate(url, await readMigrations(path.join(root, 'cloudfunctions/migrations'))),
  );
  await steps.run('布置演示店铺 demo shop', async (progress) => {
    await seedDemo({
      databaseUrl: url,
      shopId,
      nowMs: Date.now(),
      picturesFolder: folders.pictures,
      dataKey,
      progress,
    });
    await tellPast({ databaseUrl: url, shopId, folder: folders.payStandIn });
  });
  return url;
}

function build(
  { root, steps, owned }: Opening,
  target: 'cloud' | 'h5',
  name: string,
): Promise<void> {
  return steps.run(name, async () => {
    const running = await owned.open(
      async () => startBuild(root, target),
      (started) => started.stop(),
    );
    await running.done;
  });
}

function environmentOf(databaseUrl: string, secrets: Secrets): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(connections),
    SHOP_ID: shopId,
    DEMO: '1',
    IDENTITY: 'session',
    SESSION_SECRET: secrets.sessionSecret,
    DATA_KEY: secrets.dataKey,
    // The shop's own lines would bury the addresses; LOG_LEVEL=info shows them.
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  };
}

async function openDoors(
  opening: Opening,
  folders: Folders,
  environment: Readonly<Record<string, string>>,
): Promise<Host> {
  const { root, options, owned } = opening;
  const hostHere = options.host === '0.0.0.0' ? '127.0.0.1' : options.host;
  const here = `http://${hostHere}:${options.port}`;
  const { sheetUrl, settings } = await openStandIns(opening, folders, here);
  const publicUrl = reachable(here, options.host);
  return owned.open(
    () =>
      startHost({
        port: options.port,
        host: options.host,
        bundles: path.join(root, 'dist/cloud'),
        h5: path.join(root, 'dist/h5'),
        pictures: folders.pictures,
        dataFolder: folders.data,
        demo: true,
        sheetUrl,
        environment: { ...environment, ...settings, PUBLIC_URL: publicUrl },
      }),
    (host) => host.close(),
  );
}

/** WeChat Pay and WeChat's server API, each played on a port beside the shop's, and what the functions are told of them. */
async function openStandIns({ options, owned }: Opening, folders: Folders, here: string) {
  const { port, host } = options;
  const scheduleScale = payScheduleScale;
  const pay = await owned.open(
    () => startPayStandIn({ folder: folders.payStandIn, port: port + 1, host, scheduleScale }),
    (opened) => opened.close(),
  );
  const merchant = merchantSide(standInKeys(folders.payStandIn));
  const { appid, mchid } = merchant;
  const pushUrl = `${here}/wechat-push`;
  const wechat = await owned.open(
    () => startWechatStandIn({ port: port + 2, host, appid, mchid, pushUrl }),
    (opened) => opened.close(),
  );
  const settings = {
    WXPAY_BASE_URL: pay.url,
    WXPAY_MCHID: mchid,
    WXPAY_APPID: appid,
    WXPAY_SERIAL: merchant.serial,
    WXPAY_PRIVATE_KEY: merchant.privateKeyPem,
    WXPAY_API_V3_KEY: merchant.apiV3Key,
    WXPAY_PLATFORM_KEYS: JSON.stringify(merchant.platformKeys),
    WXPAY_NOTIFY_URL: `${here}/pay/notify`,
    ...wechatSettings(wechat),
    TRACKER_URL: `${here}/demo/tracker`,
  };
  return { sheetUrl: `${pay.url}/sheet`, settings };
}

/** Says early that a port is taken, rather than after a minute of building. */
function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) =>
      reject(codeOf(fault) === 'EADDRINUSE' ? portTaken(port) : fault),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
