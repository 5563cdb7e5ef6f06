import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpTracker } from '../../../cloudfunctions/platform/tracker';

const asked = { carrier: 'SF', number: 'SF1', phoneTail: '5678', sinceMs: 1, nowMs: 2 };
let server: Server;
let answer: { status: number; body: string; location?: string };
let heard = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    heard = '';
    request.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    request.on('end', () => {
      const headers = answer.location === undefined ? {} : { location: answer.location };
      response.writeHead(answer.status, headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

function trace(status: number, body: string, location?: string) {
  answer = { status, body, ...(location === undefined ? {} : { location }) };
  return httpTracker(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).trace(asked);
}

describe('a tracker behind an address', () => {
  it('is asked as it stands, and its steps come in their order', async () => {
    const steps = [
      { atMs: 9, say: '派送中', place: '徐汇' },
      { atMs: 3, say: '已揽收' },
    ];
    expect(await trace(200, JSON.stringify({ state: 'delivering', steps }))).toEqual({
      state: 'delivering',
      steps: [
        { atMs: 3, say: '已揽收', place: '' },
        { atMs: 9, say: '派送中', place: '徐汇' },
      ],
    });
    expect(JSON.parse(heard)).toEqual(asked);
  });

  it.each([
    ['a fault', 500, '{}'],
    ['no JSON', 200, '<html>'],
    ['an unknown state', 200, '{"state":"lost","steps":[]}'],
    ['steps without words', 200, '{"state":"moving","steps":[{"atMs":1,"say":""}]}'],
    ['too much', 200, `{"state":"moving","steps":[],"pad":"${'x'.repeat(300_000)}"}`],
  ])('is not believed when it answers %s', async (_what, status, body) => {
    await expect(trace(status, body)).rejects.toThrow();
  });

  it('leads nobody elsewhere', async () => {
    await expect(trace(302, '', 'http://127.0.0.1:1/')).rejects.toThrow();
  });
});
