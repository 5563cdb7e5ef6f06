import { connect, createServer, type Socket } from 'node:net';

/** What passed through the wire: statements that were executed, whoever sent them. */
export interface Wire {
  /** The database's address through the wire. */
  url: string;
  statements(): number;
  /** Begins to count anew. */
  forget(): void;
  close(): void;
}

/**
 * A wire to PostgreSQL that counts `Query` and `Execute` messages. It knows the protocol's frame and nothing
 * else, so it counts what any program sends, with no help of that program.
 */
export async function countingWire(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const count = frameReader((type) => {
      if (type === 'Q' || type === 'E') statements += 1;
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    client.on('data', count);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url: url.toString(),
    statements: () => statements,
    forget() {
      statements = 0;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Calls `seen` with the type of each message; the first message of a connection has none. */
function frameReader(seen: (type: string) => void) {
  let rest = Buffer.alloc(0);
  let started = false;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = started ? 5 : 4;
      if (rest.length < head) return;
      const length = rest.readInt32BE(head - 4) + head - 4;
      if (rest.length < length) return;
      if (started) seen(String.fromCharCode(rest[0] ?? 0));
      started = true;
      rest = rest.subarray(length);
    }
  };
}
