import { sql } from 'kysely';
import { testHouse } from '../../support/house';

const house = testHouse();
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const call = (name: string, input: string) => house.post(`{"name":"${name}","input":${input}}`);

describe('POST /api answers', () => {
  it('200 with the value of the procedure', async () => {
    const { status, body } = await house.ask(null, 'guides.stores');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, value: { items: [{ name: '一号店' }] } });
    expect(Object.keys(body).sort()).toEqual(['ok', 'value']);
  });

  it('400 with the path of each fault, also of those deep inside', async () => {
    const { session } = await house.shopper();
    const { status, body } = await house.ask(session, 'orders.place', {
      key: 'short',
      lines: [
        { skuId: house.small.skus[0], quantity: 1 },
        { skuId: 'none', quantity: 1.5 },
      ],
      delivery: { kind: 'express', addressId: 7 },
      payableFen: '399',
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ ok: false, code: 'bad_input', say: expect.any(String) as string });
    const { faults } = body['details'] as { faults: { path: string; problem: string }[] };
    expect(faults.map((fault) => fault.path).sort()).toEqual([
      'delivery.addressId',
      'key',
      'lines.1.quantity',
      'lines.1.skuId',
      'payableFen',
    ]);
    for (const { problem } of faults) expect(problem).not.toBe('');
  });

  it('401 to a caller without a session', async () => {
    const { status, body } = await house.ask(null, 'members.me');
    expect({ status, body }).toEqual({
      status: 401,
      body: { ok: false, code: 'sign_in_first', say: '请先登录' },
    });
  });

  it('401, not 400, to a stranger: what is wrong with her input is not told', async () => {
    expect((await house.ask(null, 'orders.show', { orderId: 'x' })).status).toBe(401);
  });

  it('403 to a shopper at the guide’s and the manager’s door, to a guide at the manager’s', async () => {
    const { session } = await house.shopper();
    const guide = house.session(house.small.guides[0].openid);
    const asked = [
      await house.ask(session, 'reports.desk'),
      await house.ask(session, 'reports.overview', { window: 'today' }),
      await house.ask(guide, 'reports.overview', { window: 'today' }),
    ];
    expect(asked.map(({ status, body }) => [status, body['code']])).toEqual([
      [403, 'not_for_you'],
      [403, 'not_for_you'],
      [403, 'not_for_you'],
    ]);
  });

  it.each([
    ...['orders.steal', '', 'ORDERS.PLACE', 'orders.place '],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'],
  ])('404 to the name %p', async (name) => {
    const { session } = await house.shopper();
    expect(await house.ask(session, name)).toMatchObject({
      status: 404,
      body: { ok: false, code: 'no_such_procedure' },
    });
  });

  it.each(['null', '7', '["orders.place"]', '{"toString":"x"}'])(
    '404 to the name %s, which is no text',
    async (name) => {
      expect((await house.post(`{"name":${name}}`)).status).toBe(404);
    },
  );

  it('409 when what is asked for cannot be now', async () => {
    const { session } = await house.shopper();
    const place = (payableFen: number) =>
      house.ask(session, 'orders.place', {
        key: 'contract-1',
        lines: [{ skuId: house.small.skus[1], quantity: 1 }],
        delivery: { kind: 'pickup', storeId: house.small.storeId },
        payableFen,
      });
    expect(await place(1)).toMatchObject({ status: 409, body: { code: 'price_changed' } });
    expect((await place(550)).status).toBe(200);
  });

  it('413 over 256 KB, whether the length is told or not', async () => {
    const big = `{"name":"catalogue.home","input":{"pad":"${'x'.repeat(256 * 1024)}"}}`;
    expect((await house.post(big)).status).toBe(413);
    const streamed = await fetch(`${house.url}/api`, {
      method: 'POST',
      body: new Blob([big]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it('400 to JSON deeper than 32, and reads what is just as deep', async () => {
    expect(await call('catalogue.home', nested(33))).toMatchObject({
      status: 400,
      body: { code: 'too_deep' },
    });
    expect(await call('catalogue.home', `{"pad":${nested(31)}}`)).toMatchObject({ status: 200 });
    expect((await call('catalogue.home', nested(100_000))).status).toBe(400);
  });

  it('400 to a list of very many, as to one of few', async () => {
    const wide = `[${'0,'.repeat(131_000)}0]`;
    expect(await call('catalogue.home', wide)).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
  });

  it.each(['', 'orders.place', '{"name":', '[]', '"text"', 'null', '7', '\u0000', '{"a":1}}'])(
    '400 to a body that is no JSON object: %p',
    async (body) => {
      const told = await house.post(body);
      expect(told).toMatchObject({ status: 400, body: { ok: false, code: 'bad_json' } });
    },
  );

  it('400 to bytes that are no text', async () => {
    expect((await house.post(Buffer.from([0xff, 0xfe, 0x00]))).status).toBe(400);
  });

  it.each(['[]', '"text"', '7', 'true', '[{}]'])('400 to the input %s', async (input) => {
    expect(await call('catalogue.home', input)).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
  });

  it('as to an empty input when the input is null or missing', async () => {
    expect((await call('catalogue.home', 'null')).status).toBe(200);
    expect((await house.post('{"name":"catalogue.home"}')).status).toBe(200);
  });

  it('each call with an id of its own', async () => {
    const [one, two] = [await house.ask(null, 'guides.stores'), await house.ask(null, 'x')];
    expect(one.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(two.requestId).not.toBe(one.requestId);
  });
});

describe('429', () => {
  it('is what follows a burst of one caller, for a moment, and nobody else meets it', async () => {
    const [hasty, calm] = [await house.shopper(), await house.shopper()];
    const frozen = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(frozen);
    const ask = async () => (await house.ask(hasty.session, 'orders.counts')).status;
    const burst = await Promise.all(Array.from({ length: 205 }, ask));
    expect(burst.filter((status) => status === 200)).toHaveLength(200);
    expect(burst.filter((status) => status === 429)).toHaveLength(5);
    expect(await house.ask(hasty.session, 'orders.counts')).toMatchObject({
      status: 429,
      body: { ok: false, code: 'too_fast' },
    });
    expect((await house.ask(calm.session, 'orders.counts')).status).toBe(200);
    clock.mockReturnValue(frozen + 1_000);
    expect(await ask()).toBe(200);
  });
});

describe('a defect', () => {
  it('answers 500 with a reference number and nothing else; the log has the rest', async () => {
    const { session } = await house.shopper();
    await sql`alter table notices rename to notices_elsewhere`.execute(house.database.db);
    const told = await house.ask(session, 'members.notices');
    await sql`alter table notices_elsewhere rename to notices`.execute(house.database.db);
    expect(told.status).toBe(500);
    const { reference } = told.body['details'] as { reference: string };
    expect(told.body).toEqual({
      ok: false,
      code: 'defect',
      say: '系统出了点问题，请稍后再试',
      details: { reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    expect(told.text).not.toMatch(/notices|relation|select|exist|node_modules|\.ts/i);
    const logged = house.lines.filter((line) => line.includes(reference));
    expect(logged.join()).toContain('notices');
    expect(logged.join()).toContain(told.requestId);
  });

  it('hits only its own call', async () => {
    const { session } = await house.shopper();
    expect((await house.ask(session, 'members.notices')).status).toBe(200);
  });
});
