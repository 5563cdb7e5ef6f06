import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call of the shop to WeChat Pay that has been answered, and the answer is on its way. */
export interface Answered {
  method: string;
  path: string;
}

/** What stands between the shop and WeChat Pay: calls can be cut off before they arrive or after they were answered. */
export interface Wire {
  readonly url: string;
  /** Whether a call is cut off before it arrives. */
  cutsOff: (call: Answered) => boolean;
  /** Whether an answer is lost on its way; what is to happen in between may be done here. */
  loses: (call: Answered) => Promise<boolean>;
  close(): Promise<void>;
}

/** Lays a wire to `target`. */
export async function layWire(target: string): Promise<Wire> {
  const server = createServer((asked, response) => {
    carry(wire, target, asked, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wire: Wire = {
    url: `http://127.0.0.1:${port}`,
    cutsOff: () => false,
    loses: () => Promise.resolve(false),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return wire;
}

async function carry(
  wire: Wire,
  target: string,
  asked: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url: path = '', headers } = asked;
  const body = await bytesOf(asked);
  if (wire.cutsOff({ method, path })) return void response.destroy();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const further = request(new URL(path, target), { method, headers, agent: false });
    further.on('error', reject).on('response', resolve).end(body);
  });
  const bytes = await bytesOf(answer);
  if (await wire.loses({ method, path })) return void response.destroy();
  response.writeHead(answer.statusCode ?? 500, answer.headers).end(bytes);
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
