import { PayRefused, PayUnavailable } from './errors';
import { exchange, NoAnswer, type Answer } from './exchange';
import type { PayKeys } from './keys';
import { header, newNonce, requestText, signText, whyNotSigned } from './signature';

/** The part of a log that is used here; the shop's log adds the request's id to each line. */
export type PayLog = {
  info(event: string, facts: Readonly<Record<string, string | number | null>>): void;
  warn(event: string, facts: Readonly<Record<string, string | number | null>>): void;
};

/** How to reach WeChat Pay and as whom. */
export type Line = {
  baseUrl: string;
  mchid: string;
  serial: string;
  keys: PayKeys;
  timeoutMs: number;
  realNowMs: () => number;
  log: PayLog | undefined;
};

/** One call: its name for errors and log lines, its path with the query, and its body, if it has one. */
export type Call = { operation: string; method: 'GET' | 'POST'; path: string; body?: unknown };

/**
 * Makes a signed call and gives the parsed body of the answer (null when it has none), whose signature
 * was checked. Throws {@link PayRefused} on a 4xx and {@link PayUnavailable} when there is no answer to
 * believe.
 */
export async function ask(line: Line, call: Call): Promise<unknown> {
  return noted(line, call, async (heard) => {
    const answer = await sent(line, call);
    heard(answer);
    return believed(line, call, { ...answer, body: answer.bytes.toString('utf8') });
  });
}

/**
 * Makes a signed call for a file, whose bytes WeChat Pay does not sign: what it said of the file before is how to
 * know it. Throws as {@link ask} does.
 */
export async function askForFile(
  line: Line,
  call: Pick<Call, 'operation' | 'path'> & { mostBytes: number },
): Promise<Buffer> {
  const asked: Call = { operation: call.operation, method: 'GET', path: call.path };
  return noted(line, asked, async (heard) => {
    const answer = await sent(line, asked, call.mostBytes);
    heard(answer);
    if (answer.status === 200) return answer.bytes;
    throw whyFailed(asked, { ...answer, body: answer.bytes.toString('utf8') });
  });
}

/** Writes down how a call went: how long it took, and WeChat Pay's own number for it. */
async function noted<T>(
  line: Line,
  call: Call,
  work: (heard: (answer: Answer) => void) => Promise<T>,
): Promise<T> {
  const startedMs = line.realNowMs();
  let wechatRequest: string | null = null;
  const facts = () => ({
    operation: call.operation,
    tookMs: line.realNowMs() - startedMs,
    wechatRequest,
  });
  let status = 0;
  try {
    const value = await work((answer) => {
      wechatRequest = header(answer.headers, 'request-id');
      status = answer.status;
    });
    line.log?.info('wechat_pay.answered', { ...facts(), status });
    return value;
  } catch (error) {
    if (error instanceof PayRefused) {
      line.log?.warn('wechat_pay.refused', { ...facts(), status: error.status, code: error.code });
    } else if (error instanceof PayUnavailable) {
      line.log?.warn('wechat_pay.unavailable', { ...facts(), reason: error.reason });
    }
    throw error;
  }
}

async function sent(line: Line, call: Call, mostBytes?: number): Promise<Answer> {
  const { method, path } = call;
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const stamp = { timestamp: String(Math.floor(line.realNowMs() / 1000)), nonce: newNonce() };
  const signature = signText(requestText(method, path, stamp, body), line.keys.merchant);
  const { publicKeyId } = line.keys;
  const headers = {
    Accept: 'application/json',
    'User-Agent': 'shuke',
    Authorization: authorization(line, stamp, signature),
    ...(body === '' ? {} : jsonHeaders(body)),
    ...(publicKeyId === null ? {} : { 'Wechatpay-Serial': publicKeyId }),
  };
  const url = new URL(`${line.baseUrl}${path}`);
  try {
    const most = mostBytes === undefined ? {} : { mostBytes };
    return await exchange({ url, method, headers, body, timeoutMs: line.timeoutMs, ...most });
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    throw new PayUnavailable(call.operation, cause.reason, { cause });
  }
}

function jsonHeaders(body: string) {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
  };
}

function authorization(line: Line, stamp: { timestamp: string; nonce: string }, signature: string) {
  const parts = {
    mchid: line.mchid,
    nonce_str: stamp.nonce,
    signature,
    timestamp: stamp.timestamp,
  };
  const fields = Object.entries({ ...parts, serial_no: line.serial });
  const list = fields.map(([name, value]) => `${name}="${value}"`).join(',');
  return `WECHATPAY2-SHA256-RSA2048 ${list}`;
}

/**
 * WeChat Pay signs what it did; what its gateway turns away (4xx) comes without a signature, and its own
 * libraries don't check one there. So an unsigned 4xx is a refusal, a signed one must have a good signature.
 */
function believed(line: Line, call: Call, answer: TextAnswer): unknown {
  const { status } = answer;
  if (status >= 500 || status === 429) throw whyFailed(call, answer);
  const done = status >= 200 && status < 300;
  if (done || 'wechatpay-signature' in answer.headers) {
    const forged = whyNotSigned(answer, line.keys.platform, line.realNowMs());
    if (forged !== null) throw new PayUnavailable(call.operation, 'unverified');
  }
  if (done) return answer.body === '' ? null : parsed(call, answer.body);
  throw whyFailed(call, answer);
}

type TextAnswer = Answer & { body: string };

/** What an answer that is no success means. */
function whyFailed(call: Call, answer: TextAnswer): PayRefused | PayUnavailable {
  const { status } = answer;
  if (status >= 500) return new PayUnavailable(call.operation, 'server_fault');
  if (status === 429) return new PayUnavailable(call.operation, 'too_many_requests');
  if (status >= 400) return refusal(call, answer);
  return new PayUnavailable(call.operation, 'unreadable');
}

function refusal(call: Call, answer: TextAnswer): PayRefused {
  const fallback = new PayRefused(call.operation, answer.status, `HTTP_${answer.status}`, '');
  // The gateway answers an unknown path or method with an empty body.
  if (answer.body === '') return fallback;
  const said = parsed(call, answer.body);
  if (typeof said !== 'object' || said === null || !('code' in said)) return fallback;
  const message = 'message' in said && typeof said.message === 'string' ? said.message : '';
  return new PayRefused(call.operation, answer.status, String(said.code), message);
}

function parsed(call: Call, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new PayUnavailable(call.operation, 'unreadable');
  }
}
