import path from 'node:path';
import { readSession } from '../../../../cloudfunctions/platform/session';
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

describe('the demo', () => {
  const secret = 'a secret that is long enough for a test';
  const signIn = async (as: unknown) => {
    const response = await post(`${url}/demo/sign-in`, JSON.stringify({ as }));
    const { value } = (await response.json()) as { value?: { session: string } };
    return { status: response.status, session: value?.session ?? '' };
  };

  it.each(['shopper:1', 'guide:12', 'manager:3'])('signs in as %s', async (as) => {
    const { session } = await signIn(as);
    expect(readSession(session, secret, Date.now())).toEqual({
      openid: `demo-${as.replace(':', '-')}`,
    });
  });

  it('signs in somebody new every time', async () => {
    const sessions = [(await signIn('new')).session, (await signIn('new')).session];
    const openids = sessions.map((session) => readSession(session, secret, Date.now())?.openid);
    expect(openids[0]).toMatch(/^demo-new-[0-9a-f-]{36}$/);
    expect(openids[0]).not.toBe(openids[1]);
  });

  it.each(['owner:1', 'shopper:0', 'shopper:1 ', 'shopper', '', 7, null])(
    'knows nobody called %p',
    async (as) => {
      expect((await signIn(as)).status).toBe(400);
    },
  );

  it.each([0, -1, 1.5, '5', 401 * 86_400_000, null])(
    'does not move the clock by %p',
    async (by) => {
      const body = JSON.stringify({ advanceMs: by });
      expect((await post(`${url}/demo/clock`, body)).status).toBe(400);
    },
  );

  it('moves the clock forward, tells the functions, and keeps it over a restart', async () => {
    const dataFolder = path.join(workshop.folder, 'h5');
    const first = await workshop.open({ dataFolder });
    const before = Date.now();
    const response = await post(`${first.url}/demo/clock`, '{"advanceMs":86400000}');
    const { value } = (await response.json()) as { value: { nowMs: number } };
    expect(value.nowMs).toBeGreaterThanOrEqual(before + 86_400_000);
    await first.close();
    const second = await workshop.open({ dataFolder });
    expect(await echoOf(await ask('test.echo', {}, second.url))).toMatchObject({
      clockOffsetMs: 86_400_000,
    });
  });

  it('sends the browser to the pay sheet with the way back, which stays in the shop', async () => {
    const to = async (query: string) => {
      const response = await fetch(`${url}/pay-sheet?${query}`, { redirect: 'manual' });
      return new URL(response.headers.get('location') ?? '');
    };
    const sheet = await to('prepay_id=wx1&back=/pages/shopper/result/index?id=7');
    expect(sheet.origin + sheet.pathname).toBe('http://127.0.0.1:9999/sheet');
    expect(sheet.searchParams.get('prepay_id')).toBe('wx1');
    expect(sheet.searchParams.getAll('back')).toEqual([`${url}/pages/shopper/result/index?id=7`]);
    for (const evil of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const { searchParams } = await to(`back=${encodeURIComponent(evil)}`);
      expect(searchParams.get('back')).toBe(`${url}/`);
    }
  });

  it('does not exist elsewhere: no route, and the clock stands', async () => {
    const host = await workshop.open({ demo: false });
    for (const route of ['/demo/sign-in', '/demo/clock', '/pay-sheet']) {
      expect((await post(host.url + route, '{"as":"manager:1"}')).status).toBe(404);
      expect((await fetch(host.url + route)).status).toBe(404);
    }
  });
});
