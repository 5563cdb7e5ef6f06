import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import type { ApiAnswer } from './answers';
import { answerTo } from './api';
import { backgroundOf, type Background, type StartTimer } from './background';
import { openBook, type Book } from './book';
import {
  chooseOnSheet,
  faultsRoute,
  payAtCounter,
  payRoute,
  showSheet,
  type CounterAnswer,
  type PayCall,
} from './counter';
import type { Desk } from './desk';
import { noFaults, type Faults } from './faults';
import { addCertificate, standInKeys, type StandInKeys } from './keys';
import { closed, listen } from './listening';
import { courier } from './notices';
import type { PayOutcome } from './payments';
import { carryOutLater } from './refunds';
import { handOf, type Hand, type SigningMode } from './sealing';
import { textOf } from './wire';

/** How a stand-in is set up. */
export type StandInOptions = {
  /** Where its keys and payments are kept; made when missing. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** 127.0.0.1 unless told; 0.0.0.0 lets phones of the same network in. */
  host?: string;
  /** The merchant's name on the pay sheet. */
  merchantName?: string;
  /** Which key signs notices, and answers to callers that don't name one; `public_key` unless told. */
  signingMode?: SigningMode;
  /** Sends every notice here instead of to the address that the merchant named. */
  notifyUrlOverride?: string;
  /** Multiplies every wait of WeChat's schedule: 1 is WeChat's own, 0.01 a hundredth. */
  scheduleScale: number;
  /** How long a refund stays PROCESSING, before scaling; 3 s unless told. */
  refundTakesMs?: number;
  realNowMs?: () => number;
  /** Stands in for `setTimeout` in tests: runs a task later and gives what cancels it. */
  startTimer?: StartTimer;
  /** Hears of a defect of the stand-in itself; standard error unless told. */
  onDefect?: (error: unknown) => void;
};

/** A stand-in that runs. */
export type StandIn = {
  url: string;
  keys(): StandInKeys;
  /** Pays without a page. */
  pay(call: PayCall): Promise<PayOutcome>;
  /** Sets the faults that are named, and tells all. */
  faults(change?: Partial<Faults>): Faults;
  /** Adds a platform certificate, which signs from now on; the older ones stay listed. */
  rotateCertificate(): StandInKeys;
  /** Resolves when nothing is under way: only tasks that wait for a timer are left. */
  idle(): Promise<void>;
  /** Stops: no timer, connection or file stays open. Undelivered notices go on at the next start. */
  close(): Promise<void>;
};

type Parts = {
  desk: Desk;
  hand: () => Hand;
  rotate: () => StandInKeys;
  couriers: ReturnType<typeof courier>;
  merchantName: string;
  mode: SigningMode;
  refundTakesMs: number;
};

/** Starts a stand-in for WeChat Pay. Its keys open nothing else, and no money moves. */
export async function startPayStandIn(options: StandInOptions): Promise<StandIn> {
  const background = backgroundOf(options.startTimer, options.onDefect);
  const book = await openBook(options.folder);
  const parts = assemble(options, book, background);
  const { desk, hand, couriers } = parts;
  const server = createServer((request, response) => {
    background.run(() => answered(response, () => serve(parts, request, response)));
  });
  const { port, host = '127.0.0.1' } = options;
  const url = await listen(server, port, host).catch(async (error: unknown) => {
    await book.close();
    throw error;
  });
  couriers.resume();
  for (const row of book.refunds.values()) {
    if (row.status === 'PROCESSING') carryOutLater(desk, row.outRefundNo, parts.refundTakesMs);
  }
  return {
    url,
    keys: () => desk.keys,
    pay: (call) => payAtCounter(desk, hand(), call),
    faults: (change = {}) => ({ ...Object.assign(desk.faults, change) }),
    rotateCertificate: parts.rotate,
    idle: background.idle,
    async close() {
      background.stop();
      couriers.close();
      await closed(server);
      await background.idle();
      await book.close();
    },
  };
}

function assemble(options: StandInOptions, book: Book, background: Background): Parts {
  const { folder, realNowMs = Date.now, signingMode: mode = 'public_key', scheduleScale } = options;
  let keys = standInKeys(folder, realNowMs());
  let hand = handOf(keys);
  const office = {
    get keys() {
      return keys;
    },
    book,
    faults: { ...noFaults },
    files: new Map<string, Buffer>(),
    nowMs: realNowMs,
    later: background.later,
    announce: (notice: Parameters<Desk['announce']>[0]) => couriers.announce(notice),
  };
  const urlOverride = options.notifyUrlOverride;
  const couriers = courier(office, { hand: () => hand, mode, scheduleScale, urlOverride });
  return {
    desk: office,
    hand: () => hand,
    rotate() {
      keys = addCertificate(folder, keys, realNowMs());
      hand = handOf(keys);
      return keys;
    },
    couriers,
    merchantName: options.merchantName ?? '示例商户',
    mode,
    refundTakesMs: (options.refundTakesMs ?? 3_000) * scheduleScale,
  };
}

/** A defect is answered with a bare 500, so that nobody waits for it, and is heard of. */
async function answered(response: ServerResponse, serving: () => Promise<void>): Promise<void> {
  try {
    await serving();
  } catch (error) {
    response.writeHead(500).end();
    throw error;
  }
}

async function serve(
  shop: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '/';
  const body = await textOf(request);
  if (body === null) return void response.writeHead(413, { Connection: 'close' }).end();
  if (!target.startsWith('/v3/')) return reply(response, await atCounter(shop, request, body));
  const call = {
    method: request.method ?? '',
    target,
    body,
    authorization: request.headers.authorization,
    origin: `http://${request.headers.host ?? 'stand-in'}`,
  };
  const { answer, lost } = answerTo(shop.desk, shop.hand(), call, shop.refundTakesMs);
  if (lost) return breakOff(response);
  replySigned(shop, response, answer, modeFor(shop, request));
}

async function atCounter(
  shop: Parts,
  request: IncomingMessage,
  body: string,
): Promise<CounterAnswer> {
  const { desk, merchantName } = shop;
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const asked = `${request.method} ${url.pathname}`;
  if (asked === 'GET /healthz') return { status: 200, json: { ok: true } };
  if (asked === 'GET /sheet') return showSheet(desk, merchantName, url.searchParams);
  if (asked === 'POST /sheet') return chooseOnSheet(desk, merchantName, body);
  if (asked === 'POST /pay') return payRoute(desk, shop.hand(), body);
  if (url.pathname === '/faults') return faultsRoute(desk, request.method ?? '', body);
  return { status: 404, json: null };
}

/** WeChat Pay signs with the key that a caller names, if it has it. */
function modeFor(shop: Parts, request: IncomingMessage): SigningMode {
  const named = request.headers['wechatpay-serial'];
  if (named === shop.desk.keys.publicKey.id) return 'public_key';
  if (shop.desk.keys.certificates.some(({ serial }) => serial === named)) return 'certificate';
  return shop.mode;
}

function replySigned(
  shop: Parts,
  response: ServerResponse,
  answer: ApiAnswer,
  mode: SigningMode,
): void {
  if (answer.bytes !== undefined) {
    const headers = { 'Content-Type': 'application/octet-stream' };
    return void response.writeHead(answer.status, headers).end(answer.bytes);
  }
  const body = answer.json === null ? '' : JSON.stringify(answer.json);
  // What the gateway turns away (a bad signature, an unknown path) leaves it unsigned.
  const unsigned = answer.status === 401 || (answer.status === 404 && answer.json === null);
  const signature = unsigned ? {} : shop.hand().signed(body, mode, shop.desk.nowMs());
  const requestId = `stand-in-${shop.desk.nowMs().toString(36)}`;
  response.writeHead(answer.status, {
    ...signature,
    'Request-ID': requestId,
    ...(body === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
  });
  response.end(body);
}

/** An answer that is lost on its way: it begins, and the connection ends. */
function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write(' ', () => response.destroy());
}

function reply(response: ServerResponse, answer: CounterAnswer): void {
  if ('location' in answer)
    return void response.writeHead(303, { Location: answer.location }).end();
  if ('page' in answer) {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    return void response.writeHead(answer.status, headers).end(answer.page);
  }
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.json));
}
