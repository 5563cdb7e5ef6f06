import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  startWechatStandIn,
  type WechatStandIn,
} from '../../../../cloudfunctions/local/wechat-stand-in/server';
import {
  wechatClient,
  type WechatClient,
  type WechatOptions,
} from '../../../../cloudfunctions/platform/wechat/client';

/** A push as it arrived at the shop. */
export type Arrived = { query: URLSearchParams; rawBody: string };

/** A stand-in, the shop that it pushes to, and the clock that both read. */
export type Scene = {
  standIn: WechatStandIn;
  arrived: Arrived[];
  /** How the shop answers the next pushes; without any it says success. */
  answers: number[];
  client(change?: Partial<WechatOptions>): WechatClient;
  nowMs(): number;
  /** Moves the clock without running what waits. */
  advance(ms: number): void;
  /** Runs every task that waits for its time, and waits until nothing is under way. */
  timePasses(): Promise<void>;
  close(): Promise<void>;
};

/** Sets a scene at which WeChat is played. */
export async function setScene(): Promise<Scene> {
  const arrived: Arrived[] = [];
  const answers: number[] = [];
  const waiting = new Set<() => void>();
  let now = Date.UTC(2026, 4, 28, 12);
  const nowMs = () => now;
  const shop = await openShop(arrived, answers);
  const standIn = await startWechatStandIn({
    ...{ port: 0, appid: 'wx0000000000000001', mchid: '1900000001', realNowMs: nowMs },
    pushUrl: shop.url,
    startTimer(task) {
      waiting.add(task);
      return () => void waiting.delete(task);
    },
    onDefect(error) {
      throw error;
    },
  });
  const { appid, secret, pushToken, pushAesKey } = standIn.keys;
  return {
    ...{ standIn, arrived, answers, nowMs },
    client: (change = {}) =>
      wechatClient({
        ...{ baseUrl: standIn.url, appid, secret, realNowMs: nowMs, timeoutMs: 2_000 },
        push: { token: pushToken, aesKey: pushAesKey },
        ...change,
      }),
    advance: (ms) => void (now += ms),
    async timePasses() {
      await standIn.idle();
      for (const task of [...waiting]) {
        waiting.delete(task);
        task();
      }
      await standIn.idle();
    },
    async close() {
      await standIn.close();
      await shop.close();
    },
  };
}

/** A shop that keeps what is pushed to it. */
async function openShop(arrived: Arrived[], answers: number[]) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { searchParams: query } = new URL(request.url ?? '/', 'http://shop');
      arrived.push({ query, rawBody: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(answers.shift() ?? 200).end('success');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/wechat-push`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A message that a shopper accepted. */
export const message = {
  openid: 'oShopper',
  templateId: 'template-paid',
  page: 'pages/shopper/orders/index',
  data: { thing1: '山茶花跑鞋', amount2: '399.00', character_string3: '202605280001' },
};
