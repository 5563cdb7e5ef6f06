import { Refused, refusals } from '../kit/refusal';
import { realNowMs, shopNowMs } from '../platform/clock';
import { config } from '../platform/config';
import { openDatabase } from '../platform/database';
import type { CallEvent, Meeting } from '../platform/door';
import { openFiles } from '../platform/files';
import { callerIdentity } from '../platform/identity';
import { makeLimiter } from '../platform/limits';
import { makeLog } from '../platform/log';
import { seal, unseal } from '../platform/secret';
import type { Identity } from '../platform/session';
import { wechatClient } from '../platform/wechat/client';
import { httpTracker } from '../platform/tracker';
import { codePicture } from '../platform/wechat/code';
import { payClient } from '../platform/wechat-pay/client';
import { cityStoresIn } from '../domains/guides/usecases/city';
import { recogniseCaller } from '../domains/members/usecases/sign-in';
import type {
  AskingContext,
  Caller,
  Database,
  Ports,
  Shop,
  Tables,
  VisitorContext,
  World,
} from '../domains/registry';
import { ShopSettings } from '../domains/settings';

const settingsLiveMs = 30_000;
const refuse = refusals({
  sign_in_first: ['unknownCaller', '请先登录'],
  not_for_you: ['forbidden', '您没有使用这个功能的权限'],
  too_fast: ['tooMany', '操作太快了，请稍后再试'],
});

/** What an instance keeps between calls: connections, keys, and the shop's settings for half a minute. */
interface Instance {
  db: Database;
  ports: Ports;
  log: ReturnType<typeof makeLog>;
  mayAsk: ReturnType<typeof makeLimiter>;
  shop: { read: Shop; atMs: number } | null;
}

let kept: Instance | undefined;

/** This process's instance, made at its first call. */
export function instance(): Instance {
  if (kept !== undefined) return kept;
  const set = config();
  const log = makeLog(set.logLevel);
  const { mchid, appid } = set.pay;
  const ports: Ports = {
    pay: payClient({ ...set.pay, realNowMs, log }),
    payAccount: { mchid, appid },
    wechat: wechatClient({ ...set.wechat, realNowMs, log }),
    files: openFiles(set),
    tracker: set.trackerUrl === '' ? null : httpTracker(set.trackerUrl),
    codePicture,
    seal: (plain) => seal(plain, set.dataKey),
    unseal: (sealed) => unseal(sealed, set.dataKey),
  };
  kept = {
    db: openDatabase<Tables>(set.databaseUrl, set.databasePool, log),
    ports,
    log,
    mayAsk: makeLimiter(200, 50),
    shop: null,
  };
  return kept;
}

/** Gives the connections back, so that a process can end. */
export async function closeInstance(): Promise<void> {
  const open = kept;
  kept = undefined;
  await open?.db.destroy();
}

/** What a deed of the shop itself gets. A demo shop's clock may be moved by its host. */
export async function worldOf(event: { clockOffsetMs?: number | undefined }): Promise<World> {
  const { db, ports, log } = instance();
  const clockOffsetMs = config().demo ? (event.clockOffsetMs ?? 0) : 0;
  return { db, ports, log, shop: await shopNow(), nowMs: shopNowMs(clockOffsetMs) };
}

/** Who asks, by the platform's word, and how she is admitted. Refuses whom the procedure is not for. */
export async function meet(event: CallEvent, allowed: readonly string[]): Promise<Meeting> {
  const world = await worldOf(event);
  const identity = callerIdentity(event, realNowMs());
  // In the cloud `source` would be the caller's own word; only a host of ours says where a visitor comes from.
  const source = config().identity === 'session' ? event.source : undefined;
  const key = identity?.openid ?? source;
  if (key !== undefined && !instance().mayAsk(key, realNowMs()))
    throw new Refused(refuse('too_fast'));
  if (allowed.includes('visitor')) return { asking: null, admit: () => visitor(world, identity) };
  if (identity === null) throw new Refused(refuse('sign_in_first'));
  const admit = (found: Caller | null) => admitted(found, allowed);
  const asking: AskingContext = { ...world, identity, admit };
  return {
    asking,
    async admit() {
      const { caller, ...context } = await visitor(world, identity);
      return { ...context, caller: admit(caller) };
    },
  };
}

async function visitor(world: World, identity: Identity | null): Promise<VisitorContext> {
  const { db, shop } = world;
  const caller = identity === null ? null : await recogniseCaller(db, shop.shopId, identity.openid);
  return { ...world, identity, caller };
}

function admitted(caller: Caller | null, allowed: readonly string[]): Caller {
  if (caller === null) throw new Refused(refuse('sign_in_first'));
  const here =
    allowed.includes('shopper') || (caller.staff !== null && allowed.includes(caller.staff.role));
  if (!here) throw new Refused(refuse('not_for_you'));
  return caller;
}

async function shopNow(): Promise<Shop> {
  const open = instance();
  if (open.shop !== null && realNowMs() - open.shop.atMs < settingsLiveMs) return open.shop.read;
  const { shopId } = config();
  const row = await open.db
    .selectFrom('shops')
    .select(['name', 'slogan', 'theme', 'offsetMinutes', 'settings'])
    .select((select) =>
      select
        .selectFrom('stores')
        .select('storeId')
        .where('shopId', '=', shopId)
        .orderBy('position')
        .limit(1)
        .as('mainStoreId'),
    )
    .where('shopId', '=', shopId)
    .executeTakeFirst();
  if (row === undefined || row.mainStoreId === null)
    throw new Error('the shop of SHOP_ID has no rows yet');
  const cityStores = await cityStoresIn(open.db, shopId);
  const read = {
    ...row,
    shopId,
    cityStores,
    mainStoreId: row.mainStoreId,
    settings: ShopSettings.parse(row.settings),
  };
  open.shop = { read, atMs: realNowMs() };
  return read;
}
