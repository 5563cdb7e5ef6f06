import { signSession } from '../../../cloudfunctions/platform/session';
import { smallShop } from '../../support/small-shop';
import { testHouse, type Guest } from '../../support/house';

const house = testHouse();
const day = 86_400_000;
const noBody = '01a20256-0000-7000-8000-000000000000';

describe('a session', () => {
  it('is believed for 30 days, and not an instant longer', async () => {
    const { openid } = await house.shopper();
    const fresh = house.session(openid, 30 * day - 60_000);
    const over = house.session(openid, 30 * day + 1);
    expect((await house.ask(fresh, 'members.me')).status).toBe(200);
    expect((await house.ask(over, 'members.me')).status).toBe(401);
  });

  it.each<[string, (good: string, openid: string) => string]>([
    [
      'signed with another secret',
      (_, openid) => signSession({ openid }, 'x'.repeat(40), Date.now()),
    ],
    ['signed with no secret', (_, openid) => signSession({ openid }, '', Date.now())],
    ['with another person’s name in it', (good) => withPayload(good, { openid: 'o-else' })],
    ['with a later end in it', (good) => withPayload(good, { until: Date.now() + 900 * day })],
    ['with a changed signature', (good) => good.slice(0, -1) + (good.endsWith('A') ? 'E' : 'A')],
    ['without its signature', (good) => `${good.split('.')[0]}.`],
    ['with no signature at all', (good) => good.split('.')[0] ?? ''],
    ['with something behind it', (good) => `${good}.e30`],
    ['cut short', (good) => good.slice(0, 20)],
    ['that is the openid itself', (_, openid) => openid],
    ['that is empty', () => ''],
  ])('%s is none: 401', async (_what, forge) => {
    const { session, openid } = await house.shopper();
    expect(await house.ask(forge(session, openid), 'members.me')).toMatchObject({
      status: 401,
      body: { code: 'sign_in_first' },
    });
  });

  it.each(['Basic', 'bearer  ', 'Token', ''])(
    'counts only as a bearer’s, not by %p',
    async (word) => {
      const { session } = await house.shopper();
      const body = JSON.stringify({ name: 'members.me' });
      expect((await house.post(body, { authorization: `${word} ${session}` })).status).toBe(401);
    },
  );

  it('of somebody who never joined is a stranger’s until she signs in', async () => {
    const session = house.session('o-never-here-before');
    expect((await house.ask(session, 'members.me')).status).toBe(401);
    const joined = await house.ask(session, 'members.signIn');
    expect(joined.status).toBe(200);
    expect(await house.ask(session, 'members.me')).toMatchObject({
      status: 200,
      body: { value: (joined.body as { value: unknown }).value },
    });
  });

  it('makes one member, however often and at once its owner signs in', async () => {
    const session = house.session('o-many-at-once');
    const said = await Promise.all(
      Array.from({ length: 12 }, () => house.ask(session, 'members.signIn')),
    );
    const ids = said.map(({ body }) => (body['value'] as { memberId: string }).memberId);
    expect(new Set(ids).size).toBe(1);
  });
});

/** A session whose payload says something else, under the signature of the true one. */
function withPayload(good: string, change: object): string {
  const [payload = '', signature = ''] = good.split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return `${Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url')}.${signature}`;
}

describe('who calls is never read from what she sends', () => {
  it('a session in the body is nobody’s', async () => {
    const { session, openid } = await house.shopper();
    const told = await house.post(
      JSON.stringify({
        name: 'members.me',
        session,
        openid,
        identity: { openid },
        input: { session },
      }),
    );
    expect(told.status).toBe(401);
  });

  it('names of others in the input change nothing', async () => {
    const [me, other] = [await house.shopper(), await house.shopper()];
    const input = { memberId: other.memberId, openid: other.openid, caller: other };
    expect((await house.ask(me.session, 'members.me', input)).body).toMatchObject({
      value: { memberId: me.memberId },
    });
  });

  it('request id, clock and source are the host’s to say', async () => {
    const { session } = await house.shopper();
    const told = await house.post(
      JSON.stringify({
        ...{ name: 'orders.place', requestId: 'mine', clockOffsetMs: 9e12, source: 'mine' },
        input: pickup(550),
      }),
      { authorization: `Bearer ${session}` },
    );
    const { orderId } = told.body['value'] as { orderId: string };
    const shown = (await house.ask(session, 'orders.show', { orderId })).body['value'];
    expect((shown as { placedAt: number }).placedAt).toBeLessThanOrEqual(Date.now());
    expect(told.requestId).not.toBe('mine');
  });
});

let keys = 0;
function pickup(payableFen: number) {
  keys += 1;
  return {
    key: `identity-${keys}`,
    lines: [{ skuId: house.small.skus[1], quantity: 1 }],
    delivery: { kind: 'pickup', storeId: house.small.storeId },
    payableFen,
  };
}

const address = {
  ...{ name: '王芳', phone: '13812345678', regionCode: '310104', detail: '漕溪北路 1 号' },
};

interface Owned {
  orderId: string;
  addressId: string;
  shareId: string;
}

describe('a missing id and another person’s id', () => {
  let me: Guest;
  let theirs: Owned;
  const none: Owned = { orderId: noBody, addressId: noBody, shareId: '0'.repeat(20) };

  beforeAll(async () => {
    me = await house.shopper();
    const { session } = await house.shopper();
    const asked = async (name: string, input: unknown) =>
      (await house.ask(session, name, input)).body['value'] as Owned;
    theirs = {
      ...(await asked('orders.place', pickup(550))),
      ...(await asked('members.saveAddress', address)),
      ...(await asked('referral.share', { target: { kind: 'home' }, channel: 'chat' })),
    };
  });

  const inputs: [string, (ids: Owned) => unknown][] = [
    ['orders.show', ({ orderId }) => ({ orderId })],
    ['orders.cancel', ({ orderId }) => ({ orderId })],
    ['orders.prepay', ({ orderId }) => ({ orderId })],
    ['orders.checkPayment', ({ orderId }) => ({ orderId })],
    ['members.saveAddress', ({ addressId }) => ({ ...address, addressId })],
    ['members.removeAddress', ({ addressId }) => ({ addressId })],
    ['referral.poster', ({ shareId }) => ({ shareId })],
    ['orders.preview', (ids) => ({ ...pickup(550), delivery: express(ids) })],
    ['orders.place', (ids) => ({ ...pickup(550), delivery: express(ids) })],
  ];
  const express = ({ addressId }: Owned) => ({ kind: 'express', addressId });

  it.each(inputs)('are answered alike, byte for byte, by %s', async (name, inputOf) => {
    const foreign = await house.ask(me.session, name, inputOf(theirs));
    const missing = await house.ask(me.session, name, inputOf(none));
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual({ ...missing, requestId: foreign.requestId });
  });

  it('are not told apart by a guide or a manager either', async () => {
    for (const hired of [house.small.guides[0], house.small.manager]) {
      const session = house.session(hired.openid);
      const foreign = await house.ask(session, 'orders.show', { orderId: theirs.orderId });
      const missing = await house.ask(session, 'orders.show', { orderId: noBody });
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
  });

  it('goods and stores of another shop are as missing as none', async () => {
    const other = await smallShop(house.database.db);
    const missing = await house.ask(null, 'catalogue.product', { productId: noBody });
    const foreign = await house.ask(null, 'catalogue.product', { productId: other.productId });
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    const facts = await house.ask(null, 'cart.facts', { skuIds: other.skus });
    expect(facts.body).toMatchObject({ value: { skus: [], templates: {} } });
    const order = { ...pickup(550), delivery: { kind: 'pickup', storeId: other.storeId } };
    expect((await house.ask(me.session, 'orders.preview', order)).status).toBe(404);
    const stranger = house.session((await other.shopper()).caller.openid);
    expect((await house.ask(stranger, 'members.me')).status).toBe(401);
  });
});

describe('a guide who leaves', () => {
  it('is refused at once with the session that she has, and stays a shopper', async () => {
    const [, guide] = house.small.guides;
    const session = house.session(guide.openid);
    expect((await house.ask(session, 'reports.desk')).status).toBe(200);
    await house.database.db
      .updateTable('staff')
      .set({ leftAt: Date.now() })
      .where('staffId', '=', guide.staffId)
      .execute();
    for (const name of ['reports.desk', 'referral.visits', 'referral.goods', 'orders.credited'])
      expect(await house.ask(session, name)).toMatchObject({ status: 403 });
    expect((await house.ask(session, 'members.me')).body).toMatchObject({ value: { staff: null } });
  });
});
