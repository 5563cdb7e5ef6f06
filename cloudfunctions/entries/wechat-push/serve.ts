import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { makeLog } from '../../platform/log';
import { handle, type Reply } from './index';

/** CloudBase passes the requests of an HTTP function on to this port. */
const port = 9_000;
const largestBytes = 256 * 1024;
const tooLarge: Reply = { status: 413 };
const log = makeLog('info');

/** The body, or null when it is larger than any message of WeChat. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const rawBody = await readBody(request);
  const { method = 'POST', url = '/' } = request;
  const { search } = new URL(url.startsWith('/') ? url : '/', 'http://shop');
  const reply = rawBody === null ? tooLarge : await handle({ method, search, rawBody });
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

createServer((request, response) => {
  answer(request, response).catch((fault: unknown) => {
    // The caller hung up, or the settings are wrong: no answer, so that WeChat sends it again.
    log.error('wechat_push.unanswered', { reason: fault instanceof Error ? fault.message : '' });
    response.destroy();
  });
}).listen(port, '0.0.0.0');
