import path from 'node:path';
import { askAt, echoOf, makeWorkshop, post } from './fake-functions';

let workshop: Awaited<ReturnType<typeof makeWorkshop>>;
let url: string;

beforeAll(async () => {
  workshop = await makeWorkshop();
  url = (await workshop.open()).url;
});

afterAll(async () => {
  await workshop.close();
});

const ask = (name: string, headers: Record<string, string> = {}, at = url) =>
  askAt(at, name, headers);

describe('POST /api', () => {
  it('hands over name and input, and adds the session, the request id, the clock and whence it came', async () => {
    const response = await ask('test.echo', { authorization: 'Bearer abc.def' });
    expect(response.status).toBe(200);
    expect(await echoOf(response)).toEqual({
      name: 'test.echo',
      input: { size: 38 },
      session: 'abc.def',
      requestId: response.headers.get('x-request-id'),
      clockOffsetMs: 0,
      source: '127.0.0.1',
    });
  });

  it('takes nothing else from the body: no session, no request id, no clock, no origin', async () => {
    const forged = {
      name: 'test.echo',
      session: 'forged',
      requestId: 'forged',
      clockOffsetMs: 9e9,
    };
    const response = await post(`${url}/api`, JSON.stringify({ ...forged, source: 'wx' }));
    const event = await echoOf(response);
    expect(event).toEqual({
      name: 'test.echo',
      requestId: response.headers.get('x-request-id'),
      clockOffsetMs: 0,
      source: '127.0.0.1',
    });
  });

  it('gives a request id of its own to every request', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () =>
        (await ask('test.echo', { 'x-request-id': 'mine' })).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain('mine');
  });

  it('answers a refusal with its status, which does not stand in the body', async () => {
    const response = await ask('test.refuse');
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ ok: false, code: 'sold_out', say: '已售罄' });
  });

  it('tells of a function that throws only under which number the log has it', async () => {
    const response = await ask('test.throw');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret of the house');
    expect(JSON.parse(text)).toMatchObject({
      code: 'defect',
      details: { reference: response.headers.get('x-request-id') },
    });
  });

  it.each([
    ['is not JSON', '{"name":', 400, 'bad_json'],
    ['is no object', '["orders.place"]', 400, 'bad_json'],
    ['is over 256 KB', JSON.stringify({ input: 'x'.repeat(256 * 1024) }), 413, 'too_large'],
  ])('refuses a body that %s, and goes on', async (_, body, status, code) => {
    const response = await post(`${url}/api`, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, code });
    expect((await ask('test.echo')).status).toBe(200);
  });

  it('refuses a body over 256 KB that does not say its length', async () => {
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 300; sent += 1) controller.enqueue(new Uint8Array(1_024));
        controller.close();
      },
    });
    const request = { method: 'POST', body: chunks, duplex: 'half' };
    expect((await fetch(`${url}/api`, request)).status).toBe(413);
  });

  it('passes very deep JSON on without choking; depth is the function’s to refuse', async () => {
    const deep = `{"name":"test.refuse","input":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    expect((await post(`${url}/api`, deep)).status).toBe(409);
  });

  it('refuses what a page of another site posts', async () => {
    expect((await ask('test.echo', { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask('test.echo', { origin: url })).status).toBe(200);
  });
});

describe('the functions', () => {
  it('are listed by GET /api', async () => {
    expect(await (await fetch(`${url}/api`)).json()).toEqual([{ name: 'test.echo' }]);
  });

  it('say by GET /healthz whether their database answers', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    process.env['FAKE_DATABASE'] = 'down';
    expect((await fetch(`${url}/healthz`)).status).toBe(503);
    process.env['FAKE_DATABASE'] = 'up';
  });

  it('get payment callbacks as they came, byte for byte', async () => {
    const body = '{"id": "通知", "n": 1.0 }\n';
    const response = await post(`${url}/pay/notify`, body, { 'Wechatpay-Serial': 'S1' });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({
      method: 'POST',
      path: '/pay/notify',
      rawBody: body,
      headers: { 'wechatpay-serial': 'S1' },
    });
  });

  it('that are missing are named in one line', async () => {
    const bundles = path.join(workshop.folder, 'nowhere');
    await expect(workshop.open({ bundles })).rejects.toThrow(/npm run build:cloud/);
  });
});
