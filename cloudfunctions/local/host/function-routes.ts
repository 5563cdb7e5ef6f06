import {
  defect,
  isObject,
  json,
  readBody,
  readObject,
  refusal,
  type Exchange,
  type Reply,
} from './exchange';
import type { Functions } from './functions';

/** What the routes to the functions need. */
export interface FunctionDoor {
  readonly functions: Functions;
  readonly clockOffsetMs: () => number;
}

/**
 * One call of a procedure. The caller's body gives name and input and nothing more: who calls, the request's
 * id and the clock are the host's to say, as they are the platform's in the cloud.
 */
export async function callApi(door: FunctionDoor, exchange: Exchange): Promise<Reply> {
  const read = await readObject(exchange.request);
  if ('refused' in read) return read.refused;
  const { name, input } = read.value;
  if (typeof name === 'string') exchange.procedure = name.slice(0, 80);
  const session = bearer(exchange.request.headers.authorization);
  const answer = await door.functions.callApi({
    name,
    input,
    requestId: exchange.requestId,
    ...(session === null ? {} : { session }),
    clockOffsetMs: door.clockOffsetMs(),
    source: exchange.request.socket.remoteAddress ?? '',
  });
  if (!isObject(answer)) return defect(exchange.requestId);
  const { status, ...body } = answer;
  return json(typeof status === 'number' ? status : body['ok'] === true ? 200 : 500, body);
}

/** Every procedure, for people and programs. */
export async function describeApi({ functions }: FunctionDoor): Promise<Reply> {
  return json(200, await functions.describeApi());
}

/** Whether the shop can work: 200 when its database answers. */
export async function tellHealth({ functions }: FunctionDoor): Promise<Reply> {
  const healthy = await functions.isHealthy().catch(() => false);
  return json(healthy ? 200 : 503, { ok: healthy });
}

/** WeChat Pay's callback: the raw bytes and headers go on as they came, for they are signed. */
export async function notifyPayment(door: FunctionDoor, exchange: Exchange): Promise<Reply> {
  const { request, url, requestId } = exchange;
  const body = await readBody(request);
  if (body === null) return refusal(413, 'too_large', '提交的内容太大');
  const answer = await door.functions.notify({
    method: request.method ?? 'POST',
    path: url.pathname,
    headers: plainHeaders(request.headers),
    rawBody: body.toString('utf8'),
    requestId,
    clockOffsetMs: door.clockOffsetMs(),
  });
  return replyOf(answer, requestId);
}

/** A message that WeChat pushes, or its test of the address: what is signed goes on as it came. */
export async function takePush(door: FunctionDoor, exchange: Exchange): Promise<Reply> {
  const { request, url, requestId } = exchange;
  const body = request.method === 'GET' ? Buffer.alloc(0) : await readBody(request);
  if (body === null) return refusal(413, 'too_large', '提交的内容太大');
  const answer = await door.functions.push({
    method: request.method ?? 'POST',
    search: url.search,
    rawBody: body.toString('utf8'),
    requestId,
    clockOffsetMs: door.clockOffsetMs(),
  });
  return replyOf(answer, requestId);
}

/** What a function that speaks HTTP answered. */
function replyOf(answer: unknown, requestId: string): Reply {
  if (!isObject(answer) || typeof answer['status'] !== 'number') return defect(requestId);
  const { status, headers, body: said } = answer;
  return {
    status,
    headers: isObject(headers) ? plainHeaders(headers) : {},
    body: typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said),
  };
}

/** The session that a request carries. */
export function bearer(header: string | undefined): string | null {
  return /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header ?? '')?.[1] ?? null;
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const plain = Object.entries(headers).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name.toLowerCase(), value] as const];
    return Array.isArray(value) ? [[name.toLowerCase(), value.join(', ')] as const] : [];
  });
  return Object.fromEntries(plain);
}
