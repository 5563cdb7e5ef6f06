import { moveClock, openPaySheet, signIn, traceParcel, type Demo } from './demo-routes';
import { notThere, refusal, type Exchange, type Reply } from './exchange';
import { fileReply, storefrontReply } from './files';
import {
  callApi,
  describeApi,
  notifyPayment,
  tellHealth,
  type FunctionDoor,
} from './function-routes';

/** What the routes serve. */
export interface Shop {
  readonly door: FunctionDoor;
  readonly h5: string | undefined;
  readonly pictures: string | undefined;
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

function routesOf({ door, demo }: Shop): Readonly<Record<string, Readonly<Record<string, Route>>>> {
  const routes = {
    '/api': { POST: (exchange: Exchange) => callApi(door, exchange), GET: () => describeApi(door) },
    '/healthz': { GET: () => tellHealth(door) },
    '/pay/notify': { POST: (exchange: Exchange) => notifyPayment(door, exchange) },
  };
  if (demo === null) return routes;
  return {
    ...routes,
    '/demo/sign-in': { POST: (exchange: Exchange) => signIn(demo, exchange) },
    '/demo/clock': { POST: (exchange: Exchange) => moveClock(demo, exchange) },
    '/demo/tracker': { POST: (exchange: Exchange) => traceParcel(demo, exchange) },
    '/pay-sheet': { GET: (exchange: Exchange) => openPaySheet(demo, exchange) },
  };
}

async function serveFile({ h5, pictures }: Shop, exchange: Exchange): Promise<Reply> {
  const { request, url } = exchange;
  if (/^\/(api|demo|pay|pay-sheet|healthz)(\/|$)/.test(url.pathname)) return notThere;
  if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod(['GET', 'HEAD']);
  if (url.pathname.startsWith('/pictures/')) {
    if (pictures === undefined) return notThere;
    const shelf = { folder: pictures, keepSeconds: pictureSeconds };
    return (await fileReply(shelf, url.pathname.slice('/pictures'.length), exchange)) ?? notThere;
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
