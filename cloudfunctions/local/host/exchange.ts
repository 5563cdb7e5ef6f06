import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** One HTTP request on its way through the host. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly requestId: string;
  /** The procedure that was asked for, for the log; a route may note it. */
  procedure?: string;
}

/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

const largestBodyBytes = 256 * 1024;

/** A JSON reply that nobody may keep. */
export function json(status: number, value: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** A refusal in the words that the functions use. */
export function refusal(
  status: number,
  code: string,
  say: string,
  details?: Readonly<Record<string, unknown>>,
): Reply {
  return json(
    status,
    details === undefined ? { ok: false, code, say } : { ok: false, code, say, details },
  );
}

export const notThere = refusal(404, 'not_found', '没有这个地址');

/** Does not tell a caller more than where to look in the log. */
export function defect(reference: string): Reply {
  return refusal(500, 'defect', '系统出了点问题，请稍后再试', { reference });
}

/** The body, or null when it is larger than `mostBytes`; the rest of such a body is read and dropped by Node. */
export async function readBody(
  request: IncomingMessage,
  mostBytes = largestBodyBytes,
): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) resolve(null);
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

/** A JSON object out of a request's body, or the refusal to answer with. */
export async function readObject(
  request: IncomingMessage,
): Promise<{ value: Readonly<Record<string, unknown>> } | { refused: Reply }> {
  const body = await readBody(request);
  if (body === null) return { refused: refusal(413, 'too_large', '提交的内容太大') };
  const value = parseObject(body.toString('utf8'));
  return value === null
    ? { refused: refusal(400, 'bad_json', '提交的内容不是 JSON 对象') }
    : { value };
}

/** The object that a JSON text holds, or null when it holds none. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const withoutBody = new Set([204, 304]);

/** Sends a reply with the headers that every answer carries. */
export function send(response: ServerResponse, reply: Reply, requestId: string): void {
  const body = reply.body ?? '';
  const length = withoutBody.has(reply.status) ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(reply.status, {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...length,
    ...reply.headers,
    'x-request-id': requestId,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
