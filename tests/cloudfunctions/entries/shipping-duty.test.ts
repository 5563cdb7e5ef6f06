import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest } from '../../support/house';
import { pay, place, stateOf, type Placed } from './purchase';

const house = testHouse();
let guest: Guest;

beforeEach(async () => {
  guest = await house.shopper();
});

const contact = {
  ...{ name: '方小圆', phone: '13812341234', province: '上海市', city: '上海市' },
  ...{ district: '徐汇区', detail: '龙腾大道 1 号' },
};

/** A paid order that a manager has sent as a parcel. */
async function sentOrder(): Promise<Placed> {
  const placed = await place(house, guest);
  await pay(house, guest, placed);
  const { orderId } = placed;
  await house.database.db
    .updateTable('orders')
    .set({ delivery: 'express', contactSealed: house.small.ports.seal(JSON.stringify(contact)) })
    .where('orderId', '=', orderId)
    .execute();
  const manager = house.session(house.small.manager.openid);
  const units = [{ line: 1, quantity: 1 }];
  const label = { number: `SF${placed.number.slice(-13)}`, carrier: 'SF' };
  const asked = { key: newId(), orderId, units, ...label };
  const { status, body } = await house.ask(manager, 'delivery.ship', asked);
  expect([status, body['code']]).toEqual([200, undefined]);
  return placed;
}

/** The buyer confirms in WeChat's own list of orders; the stand-in names a payment as it was told of it. */
const confirm = async (order: string) => {
  const body = JSON.stringify({ outTradeNo: order, by: 'payer' });
  await fetch(`${house.wechat.url}/confirm`, { method: 'POST', body });
  await house.timePasses();
};

it('tells WeChat of a parcel once, and takes the receipt that the buyer gives there', async () => {
  const placed = await sentOrder();
  await house.host.tick();
  await house.host.tick();
  const told = house.wechat
    .sent()
    .shipments.filter((one) => JSON.stringify(one).includes(guest.openid));
  expect(told).toHaveLength(1);
  expect(await stateOf(house, guest, placed)).toMatchObject({ state: 'shipped' });
  await confirm(told[0]?.order ?? '');
  expect(await stateOf(house, guest, placed)).toMatchObject({ state: 'received' });
  await confirm(told[0]?.order ?? '');
  expect(await stateOf(house, guest, placed)).toMatchObject({ state: 'received' });
});
