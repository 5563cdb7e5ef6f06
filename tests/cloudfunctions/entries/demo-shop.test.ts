import { minute } from '../../../cloudfunctions/kit/time';
import { testShop } from '../../support/shop';

const shop = testShop();

interface Answer {
  ok: boolean;
  code?: string;
  value: Record<string, unknown>;
}

async function post(to: string, body: unknown, session?: string) {
  const headers: Record<string, string> =
    session === undefined ? {} : { authorization: `Bearer ${session}` };
  const response = await fetch(shop.url + to, {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}

async function signIn(as: string): Promise<string> {
  return String((await post('/demo/sign-in', { as })).value['session']);
}

const ask = (session: string, name: string, input: unknown = {}) =>
  post('/api', { name, input }, session);

/** Somebody new who has ordered one piece of something that is there, to be picked up. */
async function newOrder() {
  const session = await signIn('new');
  await ask(session, 'members.signIn');
  const { items } = (await ask(session, 'catalogue.products', { limit: 40 })).value;
  const card = (items as { productId: string; left: string }[]).find(
    ({ left }) => left === 'plenty',
  );
  const { skus } = (await ask(session, 'catalogue.product', { productId: card?.productId })).value;
  const sku = (skus as { skuId: string; left: number; priceFen: number }[]).find(
    ({ left }) => left > 0,
  );
  const stores = (await ask(session, 'guides.stores')).value['items'] as { storeId: string }[];
  const wanted = {
    lines: [{ skuId: sku?.skuId, quantity: 1 }],
    delivery: { kind: 'pickup', storeId: stores[0]?.storeId },
  };
  const { quote } = (await ask(session, 'orders.preview', wanted)).value as {
    quote: { payableFen: number };
  };
  const placed = await ask(session, 'orders.place', {
    ...{ key: 'demo-order-1', ...wanted, payableFen: quote.payableFen },
  });
  return { session, orderId: String(placed.value['orderId']) };
}

describe('the built functions behind their host', () => {
  it('know the people of the demo by the sessions that it gives them', async () => {
    const staffOf = async (as: string) => {
      const { value } = await ask(await signIn(as), 'members.me');
      return (value['staff'] as { role: string } | null)?.role ?? null;
    };
    expect(await staffOf('shopper:1')).toBeNull();
    expect(await staffOf('guide:1')).toBe('guide');
    expect(await staffOf('manager:1')).toBe('manager');
    expect((await ask(await signIn('new'), 'members.me')).status).toBe(401);
    expect(
      (await ask(await signIn('guide:1'), 'reports.overview', { window: 'today' })).status,
    ).toBe(403);
  });

  it('sell for money that the stand-in takes and tells of by its notice', async () => {
    const { session, orderId } = await newOrder();
    const { payment } = (await ask(session, 'orders.prepay', { orderId })).value;
    const paid = await fetch(`${shop.standInUrl}/pay`, {
      ...{ method: 'POST', body: JSON.stringify(payment) },
    });
    expect(paid.status).toBe(200);
    expect((await ask(session, 'orders.checkPayment', { orderId })).value).toEqual({
      ...{ paid: true, state: 'paid' },
    });
  });

  it('close an unpaid order when the demo’s clock is moved past its time', async () => {
    const { session, orderId } = await newOrder();
    const state = async () => (await ask(session, 'orders.show', { orderId })).value['state'];
    expect(await state()).toBe('unpaid');
    await post('/demo/clock', { advanceMs: 15 * minute });
    await shop.tick();
    expect(await state()).toBe('closed');
    expect((await ask(session, 'orders.prepay', { orderId })).code).toBe('cannot_pay');
  });

  it('count of the demo’s past what its rows say', async () => {
    const manager = await signIn('manager:1');
    const { now } = (await ask(manager, 'reports.overview', { window: 'month' })).value;
    const numbers = now as Record<string, number>;
    for (const number of ['orders', 'buyers', 'visitors']) {
      const { total } = (await ask(manager, 'reports.rows', { number, window: 'month' })).value;
      expect([number, total]).toEqual([number, numbers[number]]);
      expect(numbers[number]).toBeGreaterThan(0);
    }
  });

  it('show the first shopper her coupons, points, level and stored value', async () => {
    const session = await signIn('shopper:1');
    const value = async (name: string, input: object = {}) =>
      (await ask(session, name, input)).value;
    const coupons = (await value('coupons.mine'))['items'] as { terms: { kind: string } }[];
    expect(new Set(coupons.map(({ terms }) => terms.kind)).size).toBeGreaterThan(2);
    const mine = await value('points.mine');
    expect((mine['level'] as { level: number }).level).toBe(2);
    expect(mine['signedToday']).toBe(false);
    expect(await value('wallet.mine')).toMatchObject({ principalFen: 20_000, giftFen: 1_000 });
  });

  it('show managers promotions of every kind, running, coming and over, and batches of coupons', async () => {
    const manager = await signIn('manager:1');
    const page = async (name: string, which: string) =>
      (await ask(manager, name, { which })).value['items'] as Record<string, unknown>[];
    const now = await page('promotions.list', 'now');
    const kinds = now.map(({ terms }) => (terms as { kind: string }).kind);
    expect(new Set(kinds).size).toBe(11);
    expect(new Set(now.map(({ state }) => state))).toEqual(new Set(['running', 'coming']));
    expect((await page('promotions.list', 'over')).length).toBeGreaterThan(3);
    expect((await page('coupons.batches', 'now')).length).toBeGreaterThan(10);
  });

  it('answer a wrong input and a wrong name as their sources do', async () => {
    const session = await signIn('shopper:1');
    expect((await ask(session, 'orders.show', { orderId: 'x' })).status).toBe(400);
    expect((await ask(session, '__proto__')).status).toBe(404);
    expect((await ask(`${session}x`, 'members.me')).status).toBe(401);
  });
});
