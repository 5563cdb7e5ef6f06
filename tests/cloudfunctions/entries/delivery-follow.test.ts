import { day, hour } from '../../../cloudfunctions/kit/time';
import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest } from '../../support/house';
import { pay, place } from './purchase';

const house = testHouse();

/** Asks and gives the value; fails when it is refused. */
async function value<T>(session: string, name: string, input: object = {}): Promise<T> {
  const { status, body } = await house.ask(session, name, input);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body['value'] as T;
}

interface Delivery {
  pickup: { code: string } | null;
}
const codeOf = async ({ session }: Guest, orderId: string) =>
  (await value<Delivery>(session, 'delivery.ofOrder', { orderId })).pickup?.code ?? '';
const kinds = async ({ session }: Guest) =>
  (await value<{ items: { kind: string }[] }>(session, 'members.notices')).items
    .map(({ kind }) => kind)
    .sort();

describe('what follows a paid order', () => {
  it('is a code for the counter, however often the jobs come by, and word when the goods lie ready', async () => {
    const buyer = await house.shopper();
    const placed = await place(house, buyer);
    await pay(house, buyer, placed);
    await Promise.all([house.host.tick(), house.host.tick()]);
    const code = await codeOf(buyer, placed.orderId);
    expect(code).toMatch(/^\d{8}$/);
    await house.host.tick();
    expect(await codeOf(buyer, placed.orderId)).toBe(code);

    const guide = house.session(house.small.guides[0].openid);
    await value(guide, 'delivery.ready', { orderId: placed.orderId });
    await house.host.tick();
    expect(await kinds(buyer)).toContain('pickup');
    const deed = { key: newId(), code };
    await value(guide, 'delivery.handOver', deed);
    await value(guide, 'delivery.handOver', deed);
    await house.host.tick();
    // She holds the goods: nobody tells her that they are on their way.
    expect(await kinds(buyer)).not.toContain('shipped');
    const told = await house.database.db
      .selectFrom('shippingUploads')
      .select(['wanted', 'sent', 'problem'])
      .where('orderId', '=', placed.orderId)
      .executeTakeFirstOrThrow();
    expect(told).toMatchObject({ sent: told.wanted, problem: null });
  });

  it('ends by itself: what was handed over completes when its after-sale window is over', async () => {
    const buyer = await house.shopper();
    const placed = await place(house, buyer);
    await pay(house, buyer, placed);
    await house.host.tick();
    const guide = house.session(house.small.guides[0].openid);
    const code = await codeOf(buyer, placed.orderId);
    await value(guide, 'delivery.handOver', { key: newId(), code });
    await house.advance(7 * day + hour);
    await house.host.tick();
    const { state } = await value<{ state: string }>(buyer.session, 'orders.show', {
      orderId: placed.orderId,
    });
    expect(state).toBe('completed');
  });
});
