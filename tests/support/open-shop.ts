// A whole shop as a program of its own, so that what drives it and what it runs share nothing but HTTP. It
// says where it is, runs its jobs at every message, and closes when its parent lets go of it or is gone.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { tellPast } from '../../cloudfunctions/local/demo/past';
import { seedDemo } from '../../cloudfunctions/local/demo/seed';
import { startHost } from '../../cloudfunctions/local/host/server';
import { merchantSide, standInKeys } from '../../cloudfunctions/local/pay-stand-in/keys';
import { startPayStandIn } from '../../cloudfunctions/local/pay-stand-in/server';
import { startWechatStandIn } from '../../cloudfunctions/local/wechat-stand-in/server';
import { wechatSettings } from '../../cloudfunctions/local/wechat-stand-in/settings';
import type { ShopReport } from './shop';

const shopId = '0193a5c0-0000-7000-8000-000000000001';
const root = path.resolve(__dirname, '../..');

const [databaseUrl = '', folder = ''] = process.argv.slice(2);
const closers: (() => Promise<void>)[] = [];

process.once('disconnect', () => void leave());

async function leave(): Promise<void> {
  for (const close of closers.reverse()) await close();
  process.exit();
}

async function main(): Promise<void> {
  const dataKey = randomBytes(32).toString('base64');
  const pictures = path.join(folder, 'pictures');
  await seedDemo({
    databaseUrl,
    shopId,
    nowMs: Date.now(),
    picturesFolder: pictures,
    dataKey,
    size: 'test',
  });
  await tellPast({ databaseUrl, shopId, folder });
  const port = await freePort();
  const standIn = await startPayStandIn({ folder, port: 0, scheduleScale: 0.01 });
  closers.push(standIn.close);
  const wechat = await openWechat(`http://127.0.0.1:${port}/wechat-push`);
  const host = await startHost({
    port,
    bundles: path.join(root, 'dist/cloud'),
    h5: path.join(root, 'dist/h5'),
    pictures,
    dataFolder: folder,
    demo: true,
    sheetUrl: `${standIn.url}/sheet`,
    environment: {
      ...merchantSettings(standIn.url),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: '8',
      SHOP_ID: shopId,
      DEMO: '1',
      IDENTITY: 'session',
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      DATA_KEY: dataKey,
      LOG_LEVEL: 'warn',
      CHECK_OUTPUTS: '1',
      TRACKER_URL: `http://127.0.0.1:${port}/demo/tracker`,
      WXPAY_NOTIFY_URL: `http://127.0.0.1:${port}/pay/notify`,
      ...wechatSettings(wechat),
    },
  });

  closers.push(host.close);
  process.on('message', () => {
    void host.tick().then(() => report({ ticked: true }), tellFault);
  });
  report({ url: host.url, standInUrl: standIn.url });
}

/** WeChat's server API, for the mini program that the pay stand-in knows. */
async function openWechat(pushUrl: string) {
  const { appid, mchid } = merchantSide(standInKeys(folder));
  const opened = await startWechatStandIn({ port: 0, appid, mchid, checkTakesMs: 50, pushUrl });
  closers.push(opened.close);
  return opened;
}

/** What the shop is told of the stand-in, as a merchant would copy it from WeChat Pay's pages. */
function merchantSettings(url: string): Record<string, string> {
  const merchant = merchantSide(standInKeys(folder));
  return {
    WXPAY_BASE_URL: url,
    WXPAY_MCHID: merchant.mchid,
    WXPAY_APPID: merchant.appid,
    WXPAY_SERIAL: merchant.serial,
    WXPAY_PRIVATE_KEY: merchant.privateKeyPem,
    WXPAY_API_V3_KEY: merchant.apiV3Key,
    WXPAY_PLATFORM_KEYS: JSON.stringify(merchant.platformKeys),
  };
}

function tellFault(fault: unknown): void {
  report({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
}

function report(message: ShopReport): void {
  process.send?.(message);
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

main().catch(tellFault);
