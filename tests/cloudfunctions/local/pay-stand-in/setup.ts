import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { merchantSide, standInKeys } from '../../../../cloudfunctions/local/pay-stand-in/keys';
import {
  startPayStandIn,
  type StandIn,
  type StandInOptions,
} from '../../../../cloudfunctions/local/pay-stand-in/server';
import { payClient, type PayClient } from '../../../../cloudfunctions/platform/wechat-pay/client';
import type { Notice } from '../../../../cloudfunctions/platform/wechat-pay/notice';

/** A task that waits for its time, which a test brings about. */
type Waiting = { task: () => void; atMs: number; afterMs: number };
/** A notice as it arrived at the shop, and how the shop answered it. */
export type Arrived = { headers: IncomingHttpHeaders; rawBody: string; status: number };

/** A stand-in, the shop that it tells, and the clock that both read. */
export type Scene = {
  standIn: StandIn;
  folder: string;
  shopUrl: string;
  arrived: Arrived[];
  /** How the shop answers the next notices; 'silence' never answers. Without any it answers 204. */
  answers: (number | 'silence')[];
  /** A client of the shop: `mode` says which of the platform's keys it knows. */
  client(mode?: 'certificate' | 'public_key' | 'both', timeoutMs?: number): PayClient;
  /** The notices that the shop believes. */
  believed(): Notice[];
  nowMs(): number;
  /** Moves the clock, running on the way what falls due, and waits until nothing is under way. */
  pass(ms: number): Promise<void>;
  waits(): number[];
  restart(change?: Partial<StandInOptions>): Promise<void>;
  close(): Promise<void>;
};

const parent = mkdtempSync(join(tmpdir(), 'stand-in-'));
const keysFolder = join(parent, 'keys');
standInKeys(keysFolder, Date.UTC(2026, 4, 28));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function freshFolder(): string {
  const folder = mkdtempSync(join(parent, 'scene-'));
  cpSync(keysFolder, folder, { recursive: true });
  return folder;
}

/** Sets a scene with fresh payments and the keys of this test file. */
export async function setScene(change: Partial<StandInOptions> = {}): Promise<Scene> {
  const folder = freshFolder();
  const clock = manualClock(Date.UTC(2026, 4, 28, 12));
  const nowMs = change.realNowMs ?? clock.nowMs;
  const shop = await openShop();
  const options: StandInOptions = {
    folder,
    port: 0,
    scheduleScale: 1,
    realNowMs: nowMs,
    startTimer: clock.startTimer,
    onDefect: raise,
    ...change,
  };
  let standIn = await startPayStandIn(options).catch(async (error: unknown) => {
    await shop.close();
    throw error;
  });
  const scene: Scene = {
    get standIn() {
      return standIn;
    },
    folder,
    shopUrl: shop.url,
    arrived: shop.arrived,
    answers: shop.answers,
    client: (mode, timeoutMs = 8_000) =>
      payClient({
        ...merchantSide(standIn.keys(), mode),
        baseUrl: standIn.url,
        notifyUrl: shop.url,
        realNowMs: nowMs,
        timeoutMs,
      }),
    believed: () => shop.arrived.map((arrived) => scene.client('both').readNotice(arrived)),
    nowMs,
    pass: (ms) => clock.pass(ms, () => standIn.idle()),
    waits: clock.waits,
    async restart(again = {}) {
      await standIn.close();
      standIn = await startPayStandIn({ ...options, ...again });
    },
    async close() {
      await standIn.close();
      await shop.close();
    },
  };
  return scene;
}

function raise(error: unknown): never {
  throw error;
}

function manualClock(startMs: number) {
  let nowMs = startMs;
  const waiting = new Set<Waiting>();
  const due = (untilMs: number) =>
    [...waiting].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
  return {
    nowMs: () => nowMs,
    waits: () => [...waiting].map(({ afterMs }) => afterMs),
    startTimer(task: () => void, afterMs: number) {
      const entry = { task, atMs: nowMs + afterMs, afterMs };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    async pass(ms: number, idle: () => Promise<void>) {
      const untilMs = nowMs + ms;
      await idle();
      for (let next = due(untilMs); next !== undefined; next = due(untilMs)) {
        waiting.delete(next);
        nowMs = next.atMs;
        next.task();
        await idle();
      }
      nowMs = untilMs;
    },
  };
}

async function openShop() {
  const arrived: Arrived[] = [];
  const answers: (number | 'silence')[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers.shift() ?? 204;
      const status = answer === 'silence' ? 0 : answer;
      const rawBody = Buffer.concat(chunks).toString('utf8');
      arrived.push({ headers: request.headers, rawBody, status });
      if (answer === 'silence') response.destroy();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    arrived,
    answers,
    url: `http://127.0.0.1:${port}/pay-notify`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A payment to announce, ending a quarter of an hour from `nowMs`. */
export function purchase(nowMs: number, outTradeNo = '202605280001') {
  return {
    outTradeNo,
    description: '山茶花跑鞋 42 码',
    amountFen: 12_345,
    payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    expiresAtMs: nowMs + 15 * 60_000,
  };
}

/** Announces a payment and pays it; the notice arrives before this resolves. */
export async function bought(scene: Scene, outTradeNo?: string): Promise<string> {
  const { prepayId } = await scene.client().prepay(purchase(scene.nowMs(), outTradeNo));
  const paid = await scene.standIn.pay({ prepayId });
  if (paid.result !== 'ok') throw new Error(paid.message);
  await scene.standIn.idle();
  return paid.transactionId;
}
