import { sealedPush } from '../../../cloudfunctions/local/wechat-stand-in/pushes';
import { testHouse, type Guest } from '../../support/house';

const house = testHouse('info');
let guest: Guest;

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 7)]);

/** Uploads a picture and takes it; its id. */
async function added(who: Guest): Promise<{ pictureId: string; url: string }> {
  const headers = { authorization: `Bearer ${who.session}` };
  const sent = await fetch(`${house.url}/uploads`, { method: 'POST', body: jpeg, headers });
  const { value } = (await sent.json()) as { value: { fileId: string } };
  const asked = { fileId: value.fileId, purpose: 'review' };
  const { body } = await house.ask(who.session, 'media.add', asked);
  return body['value'] as { pictureId: string; url: string };
}

async function rowOf({ pictureId }: { pictureId: string }) {
  return house.database.db
    .selectFrom('pictures')
    .select(['state', 'traceId', 'tries'])
    .where('pictureId', '=', pictureId)
    .executeTakeFirstOrThrow();
}

const verdictOn = (traceId: string, suggest: string) =>
  JSON.stringify({
    ...{ MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0 },
    result: { suggest, label: 100 },
  });

/** Sends what WeChat would; how the shop answers. */
async function push(text: string, change = {}, atMs = Date.now()) {
  const { query, body } = sealedPush({ ...house.wechat.keys, ...change }, text, atMs);
  return send(query, body);
}

async function send(query: URLSearchParams, body: string) {
  const to = `${house.url}/wechat-push?${query.toString()}`;
  const answer = await fetch(to, { method: 'POST', body });
  return { status: answer.status, text: await answer.text() };
}

const taken = { status: 200, text: 'success' };
const refused = { status: 401, text: 'refused' };

beforeEach(async () => {
  guest = await house.shopper();
});

describe('a picture that was uploaded', () => {
  it('is checked by WeChat, shows after its word came, and is seen at its address', async () => {
    const picture = await added(guest);
    expect(await rowOf(picture)).toEqual({ state: 'waiting', traceId: null, tries: 0 });
    await house.host.tick();
    const { traceId } = await rowOf(picture);
    expect(house.wechat.sent().pictures.map((asked) => asked.traceId)).toContain(traceId);
    await house.timePasses();
    expect(await rowOf(picture)).toEqual({ state: 'passed', traceId, tries: 1 });
    const shown = await fetch(`${house.url}${picture.url}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(jpeg);
  });

  it('is refused when WeChat finds it not allowed', async () => {
    const picture = await added(guest);
    house.wechat.faults({ risky: 1 });
    await house.host.tick();
    await house.timePasses();
    expect((await rowOf(picture)).state).toBe('refused');
  });
});

describe('a message that is not believed is answered 401 and changes nothing', () => {
  it.each([
    ['of another token', { pushToken: 'otherToken' }, 0],
    ['of another key', { pushAesKey: 'b'.repeat(43) }, 0],
    ['for another app', { appid: 'wx0000000000009999' }, 0],
    ['of ten minutes ago', {}, 600_000],
  ])('%s', async (_what, change, agoMs) => {
    const picture = await added(guest);
    await house.host.tick();
    const { traceId } = await rowOf(picture);
    const text = verdictOn(traceId ?? '', 'pass');
    expect(await push(text, change, Date.now() - agoMs)).toEqual(refused);
    expect((await rowOf(picture)).state).toBe('waiting');
  });

  it('unsigned, open, or changed on its way', async () => {
    const { query, body } = sealedPush(house.wechat.keys, verdictOn('t', 'pass'), Date.now());
    expect(await send(new URLSearchParams(), body)).toEqual(refused);
    expect(await send(query, verdictOn('t', 'pass'))).toEqual(refused);
    query.set('nonce', 'another');
    expect(await send(query, body)).toEqual(refused);
  });
});

describe('a message that is believed', () => {
  it('counts once, however often it comes; the first verdict stays', async () => {
    const picture = await added(guest);
    await house.host.tick();
    const { traceId } = await rowOf(picture);
    const { query, body } = sealedPush(
      ...([house.wechat.keys, verdictOn(traceId ?? '', 'risky'), Date.now()] as const),
    );
    const said = await Promise.all(Array.from({ length: 16 }, () => send(query, body)));
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await rowOf(picture)).state).toBe('refused');
    expect(await push(verdictOn(traceId ?? '', 'pass'))).toEqual(taken);
    expect((await rowOf(picture)).state).toBe('refused');
  });

  it('that reminds of shipping tells the managers', async () => {
    const reminder = {
      ...{ MsgType: 'event', Event: 'trade_manage_remind_shipping' },
      ...{ transaction_id: '4200', merchant_trade_no: '20261120120000999999' },
    };
    expect(await push(JSON.stringify(reminder))).toEqual(taken);
    expect(await push(JSON.stringify(reminder))).toEqual(taken);
    const { body } = await house.ask(house.session(house.small.manager.openid), 'members.notices');
    const { items } = body['value'] as { items: { body: string }[] };
    expect(items.filter((item) => item.body.includes('20261120120000999999'))).toHaveLength(1);
  });

  it('about what nobody knows is taken all the same', async () => {
    expect(await push(verdictOn('nobody-asked', 'pass'))).toEqual(taken);
    expect(await push('{"MsgType":"text","Content":"在吗"}')).toEqual(taken);
    expect(await push('{"MsgType":"event","Event":"debug_demo"}')).toEqual(taken);
  });
});

test('the address answers WeChat’s test, and nobody else’s', async () => {
  const { query } = sealedPush(house.wechat.keys, '', Date.now());
  query.set('echostr', '4711');
  const asked = () => fetch(`${house.url}/wechat-push?${query.toString()}`);
  expect(await (await asked()).text()).toBe('4711');
  query.set('signature', '0'.repeat(40));
  expect((await asked()).status).toBe(401);
});

test('no openid and no file stands in the log', async () => {
  const picture = await added(guest);
  await house.host.tick();
  await house.timePasses();
  const said = house.lines.join('\n');
  expect(said).toContain('wechat.answered');
  expect(said).not.toContain(guest.openid);
  expect(said).not.toContain(picture.url);
});
