import { tellOfShipped, uploadDue } from '../../../../cloudfunctions/domains/delivery/jobs';
import type { ShippingInfo } from '../../../../cloudfunctions/domains/delivery/schema';
import {
  countWaiting,
  showDuties,
} from '../../../../cloudfunctions/domains/delivery/usecases/board';
import { showDelivery } from '../../../../cloudfunctions/domains/delivery/usecases/of-order';
import { handOver } from '../../../../cloudfunctions/domains/delivery/usecases/pickup';
import { receiptFromWeChat } from '../../../../cloudfunctions/domains/delivery/usecases/receipt';
import { correctParcel, ship } from '../../../../cloudfunctions/domains/delivery/usecases/ship';
import { lockWhole } from '../../../../cloudfunctions/domains/orders/store/life';
import { refundUnits } from '../../../../cloudfunctions/domains/orders/usecases/refund';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { World } from '../../../../cloudfunctions/domains/registry';
import { hour, minute } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { paidOrder } from '../../../support/sent-shop';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
let told: ShippingInfo[];
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
  told = [];
});

/** WeChat as it should be. */
const listening = (info: ShippingInfo) => {
  told.push(info);
  return Promise.resolve();
};
type Upload = World['ports']['wechat']['uploadShippingInfo'];
function upload(nowMs = noon, uploadShippingInfo: Upload = listening, db = database.db) {
  return uploadDue({
    ...buyer,
    db,
    nowMs,
    ports: { ...buyer.ports, wechat: { ...buyer.ports.wechat, uploadShippingInfo } },
  });
}

let numbers = 0;
function send(orderId: string, units: { line: number; quantity: number }[]) {
  numbers += 1;
  const number = `SF${String(2_000_000_000_000 + numbers)}`;
  return ship(small.staff(small.manager), { key: newId(), orderId, units, number });
}
const one = [{ line: 1, quantity: 1 }];
const row = (orderId: string) =>
  database.db
    .selectFrom('shippingUploads')
    .select(['wanted', 'sent', 'problem', 'tries'])
    .where('orderId', '=', orderId)
    .executeTakeFirst();

describe('WeChat is told of goods that left', () => {
  it('part by part, and that nothing more follows with the last', async () => {
    const order = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 2] });
    await send(order.orderId, one);
    expect(await upload()).toBe(1);
    await send(order.orderId, one);
    expect(await upload()).toBe(1);
    expect(await upload()).toBe(0);
    expect(
      told.map(({ split, allDelivered, parcels }) => [split, allDelivered, parcels.length]),
    ).toEqual([
      [true, false, 1],
      [true, true, 2],
    ]);
    expect(told[0]).toMatchObject({
      order: { transactionId: `4200${order.number}` },
      payerOpenid: buyer.caller.openid,
      parcels: [{ itemDesc: '轻云跑步鞋×1', company: 'SF', receiverContact: '138****5678' }],
    });
  });

  it('once where nothing is new: the event that follows the last parcel says nothing twice', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, one);
    await upload();
    const { memberId } = buyer.caller;
    await transact(database.db, (tx) => tellOfShipped(buyer, tx, { orderId, memberId }));
    expect(await upload()).toBe(1);
    expect(told).toHaveLength(1);
    expect(await row(orderId)).toMatchObject({ wanted: 2, sent: 2 });
  });

  it('that nothing more follows, when the rest was refunded', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 2] });
    await send(orderId, one);
    await upload();
    await transact(database.db, async (tx) => {
      const found = await lockWhole(tx, small.shop.shopId, orderId);
      if (found === null) throw new Error('no order');
      const by = { actor: 'manager' as const, actorId: null, reason: '' };
      const refund = { refundId: newId(), units: one, sentOnly: false, restock: true };
      await refundUnits(buyer, tx, found, { ...refund, ...by });
      await tellOfShipped(buyer, tx, { orderId, memberId: buyer.caller.memberId });
    });
    await upload();
    expect(told.map(({ split, allDelivered }) => [split, allDelivered])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('of a corrected number, and of goods handed over', async () => {
    const express = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    const { parcelId } = await send(express.orderId, one);
    await upload();
    await correctParcel(small.staff(small.manager), { parcelId, number: 'YT7234567890123' });
    await upload();
    expect(told.map(({ parcels }) => parcels[0]?.company)).toEqual(['SF', 'YTO']);
    const pickup = await paidOrder(small, buyer, { kind: 'pickup', pieces: [0, 1] });
    const code = (await showDelivery(buyer, pickup)).pickup?.code ?? '';
    await handOver(small.staff(small.guides[0]), { key: newId(), code });
    await upload();
    expect(told[2]).toMatchObject({ by: 'pickup', split: false });
    expect(told[2]?.parcels).toEqual([{ itemDesc: '轻云跑步鞋×1' }]);
  });

  it('again, when the worker died between the telling and its mark; WeChat says that it knows', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, one);
    await upload();
    // The mark never came: the row stands as the worker had taken it.
    await database.db
      .updateTable('shippingUploads')
      .set({ sent: 0, told: null, sentAt: null })
      .where('orderId', '=', orderId)
      .execute();
    const knows = (info: ShippingInfo) => {
      told.push(info);
      return Promise.reject(Object.assign(new Error('not updated'), { errcode: 10_060_023 }));
    };
    expect(await upload(noon + 2 * minute, knows)).toBe(1);
    expect(told[1]?.parcels).toEqual(told[0]?.parcels);
    expect(await row(orderId)).toMatchObject({ wanted: 1, sent: 1, problem: null });
  });

  it('until it hears: later and later after each failure, and what is newer is told with it', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 2] });
    await send(orderId, one);
    const deaf = () => Promise.reject(new Error('no answer'));
    expect(await upload(noon, deaf)).toBe(1);
    expect(await row(orderId)).toMatchObject({ sent: 0, problem: 'no answer', tries: 1 });
    expect(await upload(noon + 1_000, deaf)).toBe(0);
    expect(await upload(noon + 2_000, deaf)).toBe(1);
    expect(await upload(noon + 5_999, deaf)).toBe(0);
    await send(orderId, one);
    expect(await upload(noon + 6_000)).toBe(1);
    expect(told.map(({ parcels }) => parcels.length)).toEqual([2]);
    expect(await row(orderId)).toMatchObject({ wanted: 2, sent: 2, problem: null });
  });

  it('once, however many workers come by at once', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, one);
    const db = database.open(8);
    const tried = await Promise.all(Array.from({ length: 8 }, () => upload(noon, listening, db)));
    expect(tried.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(told).toHaveLength(1);
  });
});

describe('managers see', () => {
  const manager = (nowMs: number) => small.staff(small.manager, nowMs);

  it('what was paid more than 36 hours ago and has not left, or is not told', async () => {
    const late = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    expect(await showDuties(manager(noon + 35 * hour))).toEqual({ items: [] });
    const now = noon + 37 * hour;
    expect(await countWaiting(manager(now))).toMatchObject({ toShip: 1, pickup: 0, late: 1 });
    expect(await showDuties(manager(now))).toMatchObject({
      items: [{ orderId: late.orderId, say: '付款超过 36 小时还没有发货' }],
    });
    await send(late.orderId, one);
    await upload(now, () => Promise.reject(new Error('no answer')));
    expect((await showDuties(manager(now))).items[0]?.say).toContain('上报微信没有成功');
    await upload(now + hour);
    expect(await showDuties(manager(now))).toEqual({ items: [] });
  });
});

describe('a receipt that WeChat tells of', () => {
  const told = (named: { transactionId: string } | { number: string }) =>
    receiptFromWeChat({ ...buyer, nowMs: noon + hour }, { ...named, atMs: noon + hour });

  it('ends the way of the order, once, by either name of the payment', async () => {
    const byNumber = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    const byId = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(byNumber.orderId, one);
    await send(byId.orderId, one);
    expect(await told({ number: byNumber.number })).toBe(true);
    expect(await told({ transactionId: `4200${byId.number}` })).toBe(true);
    expect(await told({ number: byNumber.number })).toBe(false);
    expect((await showOrder(buyer, byNumber)).state).toBe('received');
    expect((await showOrder(buyer, byId)).state).toBe('received');
  });

  it('changes nothing of what has not left, and nothing of strangers', async () => {
    const order = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    expect(await told({ number: order.number })).toBe(false);
    expect(await told({ number: '20261120000000000000' })).toBe(false);
    expect(await told({ transactionId: 'nobody’s' })).toBe(false);
    expect((await showOrder(buyer, order)).state).toBe('paid');
  });
});
