import { setScene, type Scene } from './setup';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const at = (path: string, body?: unknown, method = 'POST') =>
  fetch(`${scene.standIn.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const json = async (response: Response) => (await response.json()) as Record<string, unknown>;
const picture = { openid: 'o', scene: 'comment' as const, mediaUrl: 'https://files.example/a.jpg' };

describe('a push', () => {
  it('that is not taken comes again, three times in all', async () => {
    scene.answers.push(500, 401, 500, 500);
    await scene.client().checkMedia(picture);
    for (let times = 0; times < 5; times += 1) await scene.timePasses();
    expect(scene.arrived).toHaveLength(3);
    const said = scene.arrived.map((arrived) => scene.client().readPush(arrived));
    expect(new Set(said.map((message) => JSON.stringify(message))).size).toBe(1);
  });

  it('tells the risk that was planted, and the one in the name', async () => {
    const client = scene.client();
    scene.standIn.faults({ risky: 1 });
    await client.checkMedia(picture);
    const mediaUrl = `https://files.example/${encodeURIComponent('违规')}.jpg`;
    await client.checkMedia({ ...picture, mediaUrl });
    await client.checkMedia(picture);
    await scene.timePasses();
    const verdicts = scene.arrived.map((arrived) => client.readPush(arrived));
    expect(verdicts.map((told) => ('verdict' in told ? told.verdict : null)).sort()).toEqual([
      ...['pass', 'risky', 'risky'],
    ]);
  });
});

describe('the counter', () => {
  it('tells what was sent, and how often each path was called', async () => {
    await scene.client().checkText({ openid: 'o', scene: 'profile', content: '小林' });
    const told = await json(await at('/sent', undefined, 'GET'));
    expect(told).toMatchObject({
      texts: [{ scene: 1, content: '小林' }],
      counts: { '/cgi-bin/stable_token': 1, '/wxa/msg_sec_check': 1 },
    });
    expect(JSON.stringify(told)).not.toContain(scene.standIn.keys.secret);
  });

  it('takes the faults that it knows, and ends them all', async () => {
    expect(await json(await at('/faults', { busy: 2 }))).toMatchObject({ busy: 2, noQuota: 0 });
    expect((await at('/faults', { bored: 1 })).status).toBe(400);
    expect((await at('/faults', { busy: -1 })).status).toBe(400);
    expect(await json(await at('/faults', undefined, 'DELETE'))).toMatchObject({ busy: 0 });
  });

  it('is closed to what it does not know', async () => {
    expect((await at('/wxa/unknown', {})).status).toBe(404);
    expect((await at('/confirm', { outTradeNo: '' })).status).toBe(400);
    expect((await at('/healthz', undefined, 'GET')).status).toBe(200);
  });
});

test('a call without a good token or without JSON does nothing', async () => {
  const path = '/cgi-bin/message/subscribe/send';
  expect(await json(await at(`${path}?access_token=guess`, {}))).toMatchObject({ errcode: 40_001 });
  const { appid, secret } = scene.standIn.keys;
  const grant = { grant_type: 'client_credential', appid, secret };
  const { access_token: token } = await json(await at('/cgi-bin/stable_token', grant));
  const said = await json(await at(`${path}?access_token=${String(token)}`, 'no JSON'));
  expect(said).toMatchObject({ errcode: 47_001 });
  const wrong = { ...grant, appid: 'wx0' };
  expect(await json(await at('/cgi-bin/stable_token', wrong))).toMatchObject({ errcode: 40_013 });
});
