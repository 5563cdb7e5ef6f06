import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { newCode } from '../../platform/ids';
import { backgroundOf, type Background, type StartTimer } from '../pay-stand-in/background';
import { closed, listen } from '../pay-stand-in/listening';
import { textOf } from '../pay-stand-in/wire';
import { answerTo } from './api';
import type { Desk, Sent, WechatKeys } from './desk';
import { FaultChange, noFaults, type Faults } from './faults';
import { pusher } from './pushes';
import { settlementOf } from './shipping';

/** How a stand-in is set up. */
export type WechatStandInOptions = {
  /** 0 takes any free port. */
  port: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** The mini program, and the merchant that shipping events name. */
  appid: string;
  mchid: string;
  /** Where the shop takes pushed messages; null pushes nothing. */
  pushUrl: string | null;
  /** How long a picture's check takes; 1.5 s unless told. */
  checkTakesMs?: number;
  realNowMs?: () => number;
  /** Stands in for `setTimeout` in tests. */
  startTimer?: StartTimer;
  /** Hears of a defect of the stand-in itself; standard error unless told. */
  onDefect?: (error: unknown) => void;
};

/** A stand-in that runs. Its secrets are made anew at each start, and what it was told is forgotten at its end. */
export type WechatStandIn = {
  url: string;
  keys: WechatKeys;
  /** Everything that it was told. */
  sent(): Sent;
  /** How often a path was called. */
  calls(path: string): number;
  /** Sets the faults that are named, and tells all. */
  faults(change?: Partial<Faults>): Faults;
  /** Resolves when nothing is under way: only tasks that wait for a timer are left. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

type Answered = { status: number; json: unknown } | 'silence' | 'lost';

const againMs = 5_000;
const Confirm = z.object({ outTradeNo: z.string().min(1), by: z.enum(['payer', 'timer']) });

/** Starts a stand-in for WeChat's server API. Nobody gets its messages: they are read at `GET /sent`. */
export async function startWechatStandIn(options: WechatStandInOptions): Promise<WechatStandIn> {
  const { onDefect = toStandardError } = options;
  const background = backgroundOf(options.startTimer, onDefect);
  const desk = deskOf(options, background);
  const server = createServer((request, response) => {
    background.run(async () => send(response, await answered(desk, request)));
  });
  const url = await listen(server, options.port, options.host ?? '127.0.0.1');
  return {
    url,
    keys: desk.keys,
    sent: () => desk.sent,
    calls: (path) => desk.counts[path] ?? 0,
    faults: (change = {}) => ({ ...Object.assign(desk.faults, change) }),
    idle: background.idle,
    async close() {
      background.stop();
      await closed(server);
      await background.idle();
    },
  };
}

function deskOf(options: WechatStandInOptions, background: Background): Desk {
  const { appid, mchid, realNowMs: nowMs = Date.now, checkTakesMs: afterMs = 1_500 } = options;
  const keys: WechatKeys = {
    ...{ appid, mchid },
    secret: randomBytes(16).toString('hex'),
    pushToken: randomBytes(12).toString('hex'),
    pushAesKey: newCode(43),
  };
  const pushLater = pusher(background, { keys, url: options.pushUrl, afterMs, againMs, nowMs });
  return {
    ...{ keys, nowMs, pushLater },
    faults: { ...noFaults },
    sent: { messages: [], texts: [], pictures: [], shipments: [], confirmations: [] },
    counts: {},
    token: null,
    newId: () => randomBytes(16).toString('hex'),
  };
}

async function answered(desk: Desk, request: IncomingMessage): Promise<Answered> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const text = await textOf(request);
  if (text === null) return { status: 413, json: null };
  const method = request.method ?? '';
  if (method === 'POST') {
    const accessToken = url.searchParams.get('access_token') ?? '';
    const call = { path: url.pathname, accessToken, body: parsed(text) };
    const told = answerTo(desk, call);
    if (told?.answer === 'silence') return 'silence';
    if (told !== null) return told.lost ? 'lost' : { status: 200, json: told.answer };
  }
  return atCounter(desk, `${method} ${url.pathname}`, parsed(text));
}

/** What people and tests ask: what was told, how often, and which faults are to come. */
function atCounter(desk: Desk, asked: string, body: unknown): Answered {
  switch (asked) {
    case 'GET /healthz':
      return { status: 200, json: { ok: true } };
    case 'GET /sent':
      return { status: 200, json: { ...desk.sent, counts: desk.counts } };
    case 'GET /faults':
      return { status: 200, json: desk.faults };
    case 'DELETE /faults':
      return { status: 200, json: Object.assign(desk.faults, noFaults) };
    case 'POST /faults': {
      const read = FaultChange.safeParse(body);
      if (!read.success) return { status: 400, json: { fault: read.error.issues[0]?.message } };
      return { status: 200, json: Object.assign(desk.faults, read.data) };
    }
    case 'POST /confirm': {
      const read = Confirm.safeParse(body);
      if (!read.success) return { status: 400, json: { fault: read.error.issues[0]?.message } };
      const { outTradeNo, by } = read.data;
      desk.pushLater(settlementOf(desk, outTradeNo, by === 'payer' ? 2 : 1));
      return { status: 200, json: { ok: true } };
    }
    default:
      return { status: 404, json: null };
  }
}

function send(response: ServerResponse, answer: Answered): void {
  // Who never gets an answer hangs up by himself; closing the stand-in ends the connection as well.
  if (answer === 'silence') return;
  if (answer === 'lost') {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write(' ', () => response.destroy());
    return;
  }
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.json));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function toStandardError(error: unknown): void {
  console.error('wechat stand-in:', error);
}
