import { z } from 'zod';
import { exchange, NoAnswer, type Answer } from '../wechat-pay/exchange';
import { WechatRefused, WechatUnavailable } from './errors';

/** The part of a log that is used here; the shop's log adds the request's id to each line. */
export type WechatLog = {
  info(event: string, facts: Readonly<Record<string, string | number | null>>): void;
  warn(event: string, facts: Readonly<Record<string, string | number | null>>): void;
};

/** How to reach WeChat's server API, and as which mini program. */
export type Line = {
  /** The origin, without a path. */
  baseUrl: string;
  appid: string;
  secret: string;
  timeoutMs: number;
  realNowMs: () => number;
  log: WechatLog | undefined;
};

/** One call: its name for errors and log lines, its path, and its body. */
export type Call = { operation: string; path: string; body: object; once?: true };

const busy = new Set([-1, 45_011]);
const tooOften = new Set([45_009]);
const Said = z.looseObject({
  errcode: z.number().int().default(0),
  errmsg: z.string().default(''),
});

/** Whether the access token that a call carried counts no more, by WeChat's own codes. */
export function isTokenOver(fault: unknown): boolean {
  return fault instanceof WechatRefused && [40_001, 40_014, 42_001].includes(fault.errcode);
}

/**
 * Makes a call and gives what `read` makes of its answer. Throws {@link WechatRefused} when WeChat says no and
 * {@link WechatUnavailable} when it is not known what became of the call, or it is to be made later.
 */
export async function post<T>(
  line: Line,
  call: Call,
  accessToken: string | null,
  read: z.ZodType<T>,
): Promise<T> {
  const { operation } = call;
  const startedMs = line.realNowMs();
  const facts = () => ({ operation, tookMs: line.realNowMs() - startedMs });
  try {
    const value = believed(operation, await sent(line, call, accessToken), read);
    line.log?.info('wechat.answered', facts());
    return value;
  } catch (fault) {
    if (fault instanceof WechatRefused) {
      line.log?.warn('wechat.refused', { ...facts(), errcode: fault.errcode });
    } else if (fault instanceof WechatUnavailable) {
      line.log?.warn('wechat.unavailable', { ...facts(), reason: fault.reason });
    }
    throw fault;
  }
}

async function sent(line: Line, call: Call, accessToken: string | null): Promise<Answer> {
  const { operation, path, once } = call;
  const query = accessToken === null ? '' : `?access_token=${encodeURIComponent(accessToken)}`;
  const body = JSON.stringify(call.body);
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
  };
  const { timeoutMs } = line;
  const url = new URL(`${line.baseUrl}${path}${query}`);
  try {
    const question = { url, method: 'POST' as const, headers, body, timeoutMs };
    return await exchange(once === undefined ? question : { ...question, once });
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    // The cause is left behind on purpose: it may quote the address, which carries the token.
    throw new WechatUnavailable(operation, cause.reason);
  }
}

function believed<T>(operation: string, answer: Answer, read: z.ZodType<T>): T {
  if (answer.status >= 500) throw new WechatUnavailable(operation, 'server_fault');
  if (answer.status === 429) throw new WechatUnavailable(operation, 'too_many_requests');
  const json = parsed(operation, answer.bytes.toString('utf8'));
  const said = Said.safeParse(json);
  if (!said.success) throw new WechatUnavailable(operation, 'unreadable');
  const { errcode, errmsg } = said.data;
  if (busy.has(errcode)) throw new WechatUnavailable(operation, 'busy');
  if (tooOften.has(errcode)) throw new WechatUnavailable(operation, 'too_many_requests');
  if (errcode !== 0) throw new WechatRefused(operation, errcode, errmsg);
  const value = read.safeParse(json);
  if (!value.success) throw new WechatUnavailable(operation, 'unreadable');
  return value.data;
}

function parsed(operation: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new WechatUnavailable(operation, 'unreadable');
  }
}
