import { moveClock, openPaySheet, signIn, traceParcel, type Demo } from './demo-routes';
import { notThere, refusal, type Exchange, type Reply } from './exchange';
import { fileReply, storefrontReply } from './files';
import {
  callApi,
  describeApi,
  notifyPayment,
  takePush,
  tellHealth,
  type FunctionDoor,
} from './function-routes';
import { showUpload, takeUpload, type Uploads } from './uploads';

/** What the routes serve. */
export interface Shop {
  readonly door: FunctionDoor;
  readonly h5: string | undefined;
  readonly pictures: string | undefined;
  /** What people upload here; null where the platform has a storage of its own. */
  readonly uploads: Uploads | null;
  /** Null when this is no demo: its routes do not exist then. */
  readonly demo: Demo | null;
}

type Route = (exchange: Exchange) => Reply | Promise<Reply>;

const pictureSeconds = 7 * 86_400;

/** Finds the route of a request and answers it. */
export async function answer(shop: Shop, exchange: Exchange): Promise<Reply> {
  const { request, url } = exchange;
  const byMethod = routesOf(shop)[url.pathname];
  if (byMethod === undefined) return serveFile(shop, exchange);
  const route = byMethod[request.method ?? ''];
  if (route === undefined) return wrongMethod(Object.keys(byMethod));
  if (request.method === 'POST' && isFromAnotherSite(exchange)) {
    return refusal(403, 'another_site', '请从本店页面操作');
  }
  return route(exchange);
}

type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>;

function routesOf({ door, demo, uploads }: Shop): Routes {
  const routes = {
    '/api': { POST: (exchange: Exchange) => callApi(door, exchange), GET: () => describeApi(door) },
    '/healthz': { GET: () => tellHealth(door) },
    '/pay/notify': { POST: (exchange: Exchange) => notifyPayment(door, exchange) },
    '/wechat-push': {
      POST: (exchange: Exchange) => takePush(door, exchange),
      GET: (exchange: Exchange) => takePush(door, exchange),
    },
  };
  const kept: Routes =
    uploads === null
      ? {}
      : { '/uploads': { POST: (exchange: Exchange) => takeUpload(uploads, exchange) } };
  if (demo === null) return { ...routes, ...kept };
  return {
    ...routes,
    ...kept,
    '/demo/sign-in': { POST: (exchange: Exchange) => signIn(demo, exchange) },
    '/demo/clock': { POST: (exchange: Exchange) => moveClock(demo, exchange) },
    '/demo/tracker': { POST: (exchange: Exchange) => traceParcel(demo, exchange) },
    '/pay-sheet': { GET: (exchange: Exchange) => openPaySheet(demo, exchange) },
  };
}

async function serveFile({ h5, pictures, uploads }: Shop, exchange: Exchange): Promise<Reply> {
  const { request, url } = exchange;
  if (/^\/(api|demo|pay|pay-sheet|wechat-push|healthz)(\/|$)/.test(url.pathname)) return notThere;
  if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod(['GET', 'HEAD']);
  if (url.pathname.startsWith('/pictures/')) {
    if (pictures === undefined) return notThere;
    const shelf = { folder: pictures, keepSeconds: pictureSeconds };
    return (await fileReply(shelf, url.pathname.slice('/pictures'.length), exchange)) ?? notThere;
  }
  if (url.pathname.startsWith('/uploads/')) {
    return uploads === null ? notThere : showUpload(uploads, exchange);
  }
  return h5 === undefined ? notThere : storefrontReply({ folder: h5, keepSeconds: 0 }, exchange);
}

function wrongMethod(allowed: readonly string[]): Reply {
  const reply = refusal(405, 'wrong_method', '不支持这种请求');
  return { ...reply, headers: { ...reply.headers, allow: allowed.join(', ') } };
}

/** Browsers say from which site a page posts; no other site's page has business here. */
function isFromAnotherSite({ request }: Exchange): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
