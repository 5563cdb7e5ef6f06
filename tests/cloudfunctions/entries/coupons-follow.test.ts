import { day } from '../../../cloudfunctions/kit/time';
import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest } from '../../support/house';
import { couponDraft } from '../../support/offers';
import { pay, place } from './purchase';

const house = testHouse();

/** Asks and gives the value; fails when it is refused. */
async function value<T>(session: string, name: string, input: object = {}): Promise<T> {
  const { status, body } = await house.ask(session, name, input);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body['value'] as T;
}

/** Makes a batch at the manager's door that is open now. */
async function batch(name: string, giving: object): Promise<string> {
  const manager = house.session(house.small.manager.openid);
  const window = { opensAt: Date.now() - day, closesAt: Date.now() + 3 * day };
  const draft = couponDraft({ ...window, name, giving });
  return (await value<{ batchId: string }>(manager, 'coupons.createBatch', { key: newId(), draft }))
    .batchId;
}

interface Mine {
  items: { batchId: string; sourceSay: string }[];
}

const mine = async ({ session }: Pick<Guest, 'session'>) =>
  (await value<Mine>(session, 'coupons.mine')).items.map((item) => item.sourceSay);

async function kinds({ session }: Pick<Guest, 'session'>): Promise<string[]> {
  const { items } = await value<{ items: { kind: string }[] }>(session, 'members.notices');
  return items.map(({ kind }) => kind).sort();
}

describe('coupons follow what happens', () => {
  it('to a member who joins, once, however often she signs in', async () => {
    await batch('新人券', { by: 'event', event: { on: 'joined' } });
    const session = house.session(`o-${newId()}`);
    for (let turn = 0; turn < 2; turn += 1) {
      await value(session, 'members.signIn');
      await house.host.tick();
    }
    expect(await mine({ session })).toEqual(['新人礼']);
    expect(await kinds({ session })).toEqual(['coupon']);
  });

  it('to a buyer when her order is paid, with a packet that her friends may open', async () => {
    await batch('下单礼', { by: 'event', event: { on: 'paid', atLeastFen: 39_900 } });
    await batch('大单礼', { by: 'event', event: { on: 'paid', atLeastFen: 39_901 } });
    await batch('裂变券', { by: 'packet', pieces: 2, atLeastFen: 100 });
    const [buyer, friend, late] = [
      await house.shopper(),
      await house.shopper(),
      await house.shopper(),
    ];
    const placed = await place(house, buyer);
    await house.host.tick();
    expect([await mine(buyer), await kinds(buyer)]).toEqual([[], []]);
    await pay(house, buyer, placed);
    for (let turn = 0; turn < 2; turn += 1) await house.host.tick();
    expect(await mine(buyer)).toEqual(['购物赠送']);
    expect(await kinds(buyer)).toEqual(['coupon', 'packet', 'paid']);

    const { items } = await value<{ items: { packetId: string; orderId: string }[] }>(
      buyer.session,
      'coupons.packets',
    );
    expect(items).toMatchObject([{ orderId: placed.orderId }]);
    const [{ packetId } = { packetId: '' }] = items;
    for (const taker of [friend, buyer])
      await value(taker.session, 'coupons.takePacket', { packetId });
    expect(await house.ask(late.session, 'coupons.takePacket', { packetId })).toMatchObject({
      status: 409,
      body: { code: 'packet_empty' },
    });
    expect(await mine(friend)).toEqual(['好友分享']);
    expect(await house.ask(null, 'coupons.packet', { packetId })).toMatchObject({
      body: { value: { owner: '微**', taken: 2, mine: null } },
    });
  });

  it('of the timer end when their time is over', async () => {
    const batchId = await batch('限时券', { by: 'claim' });
    const guest = await house.shopper();
    await value(guest.session, 'coupons.claim', { batchId });
    await house.advance(9 * day);
    await house.host.tick();
    const { items } = await value<{ items: { state: string }[] }>(guest.session, 'coupons.mine', {
      which: 'over',
    });
    expect(items).toMatchObject([{ batchId, state: 'expired' }]);
    const rows = house.database.db.selectFrom('coupons').select('state');
    expect(await rows.where('batchId', '=', batchId).execute()).toEqual([{ state: 'expired' }]);
  });
});
