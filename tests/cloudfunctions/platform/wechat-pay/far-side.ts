import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  payClient,
  type PayClient,
  type PayOptions,
} from '../../../../cloudfunctions/platform/wechat-pay/client';
import { optionsFor, signedHeaders } from './platform';

/** A call as it arrived. */
export type Asked = { method: string; target: string; headers: IncomingHttpHeaders; body: string };
/** How a call is answered. */
export type Reply = (response: ServerResponse, asked: Asked) => void;
/** What is sent back, before or after it was tampered with. */
export type Sent = { headers: Record<string, string>; body: string };

/** A server that answers as it is told, and remembers what it was asked. */
export type FarSide = {
  asked: Asked[];
  reply: Reply;
  client(change?: Partial<PayOptions>): PayClient;
  close(): Promise<void>;
};

/** Opens a far side on a free port. */
export async function openFarSide(): Promise<FarSide> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request;
      const call = { method, target, headers, body: Buffer.concat(chunks).toString('utf8') };
      side.asked.push(call);
      side.reply(response, call);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const side: FarSide = {
    asked: [],
    reply: (response) => response.writeHead(404).end(),
    client: (change) => payClient(optionsFor(`http://127.0.0.1:${port}`, change)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return side;
}

/** Answers with `json`, signed; `change` tampers with what was signed. */
export function signed(status: number, json: unknown, change?: (sent: Sent) => Sent): Reply {
  return (response) => {
    const body = json === null ? '' : JSON.stringify(json);
    const sent = { headers: signedHeaders(body), body };
    const { headers, body: text } = change?.(sent) ?? sent;
    response.writeHead(status, headers).end(text);
  };
}

export const prepayInput = {
  outTradeNo: '202605280001',
  description: '山茶花跑鞋 42 码',
  amountFen: 12_345,
  payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  expiresAtMs: Date.parse('2026-05-28T20:41:40+08:00'),
};

export const refundInput = {
  outTradeNo: '202605280001',
  outRefundNo: 'R202605280001',
  amountFen: 45,
  totalFen: 12_345,
  reason: '退差价',
};
