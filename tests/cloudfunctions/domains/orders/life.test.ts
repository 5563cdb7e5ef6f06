import {
  afterShipped,
  completeDue,
  confirmOverdue,
} from '../../../../cloudfunctions/domains/orders/jobs';
import {
  confirmReceipt,
  extendReceipt,
} from '../../../../cloudfunctions/domains/orders/usecases/receive';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { transact } from '../../../../cloudfunctions/platform/database';
import { allUnits, paidOrder as anyPaidOrder, sendUnits } from '../../../support/bought';
import { promotedShop } from '../../../support/promoted-shop';
import { refusalOf } from '../../../support/refusal-of';
import { noon } from '../../../support/small-shop';

const shop = promotedShop();
const { database } = shop;

const paidOrder = async () => anyPaidOrder(shop.small);
const send = sendUnits;

const announced = async (name: string) =>
  (await database.db.selectFrom('outbox').select('name').where('name', '=', name).execute()).length;

const whole = allUnits;

describe('an order that was paid', () => {
  it('is shipped with the last of its units, and no unit leaves twice', async () => {
    const { buyer, orderId } = await paidOrder();
    await send(buyer, orderId, [{ line: 1, quantity: 1 }]);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'paid', confirmBy: null });
    expect(await refusalOf(send(buyer, orderId, whole))).toMatchObject({ code: 'too_many_units' });
    expect(await refusalOf(send(buyer, orderId, []))).toMatchObject({ code: 'nothing_to_ship' });
    expect(await refusalOf(send(buyer, orderId, [{ line: 9, quantity: 1 }]))).toMatchObject({
      code: 'no_such_line',
    });
    expect(await announced('orders.shipped')).toBe(0);
    await send(buyer, orderId, [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ]);
    expect(await showOrder(buyer, { orderId })).toMatchObject({
      state: 'shipped',
      shippedAt: noon,
      confirmBy: noon + 10 * day,
    });
    expect(await announced('orders.shipped')).toBe(1);
  });

  it('lets each unit leave once, however many send it at once', async () => {
    const { buyer, orderId } = await paidOrder();
    const tries = await Promise.allSettled(
      Array.from({ length: 32 }, () => send(buyer, orderId, [{ line: 1, quantity: 1 }])),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const { lines } = await showOrder(buyer, { orderId });
    expect(lines.map(({ shippedQuantity }) => shippedQuantity)).toEqual([2, 0]);
  });

  it('is received by its shopper, and by nobody else', async () => {
    const { buyer, orderId } = await paidOrder();
    expect(await refusalOf(confirmReceipt(buyer, { orderId }))).toMatchObject({
      code: 'cannot_receive',
    });
    await send(buyer, orderId, whole);
    const stranger = await shop.small.shopper();
    expect(await refusalOf(confirmReceipt(stranger, { orderId }))).toMatchObject({
      code: 'no_such_order',
    });
    await confirmReceipt(shop.small.at(buyer, noon + day), { orderId });
    expect(await showOrder(buyer, { orderId })).toMatchObject({
      state: 'received',
      receivedAt: noon + day,
      windowEndsAt: noon + 8 * day,
    });
    expect(await refusalOf(confirmReceipt(buyer, { orderId }))).toMatchObject({
      code: 'cannot_receive',
    });
  });

  it('is received by itself after ten days, three later when that was put off, once', async () => {
    const { buyer, orderId } = await paidOrder();
    expect(await refusalOf(extendReceipt(buyer, { orderId }))).toMatchObject({
      code: 'cannot_extend',
    });
    await send(buyer, orderId, whole);
    expect(await extendReceipt(buyer, { orderId })).toEqual({ confirmBy: noon + 13 * day });
    expect(await refusalOf(extendReceipt(buyer, { orderId }))).toMatchObject({
      code: 'extended_before',
    });
    const at = (nowMs: number) => shop.small.at(buyer, nowMs);
    expect(await confirmOverdue(at(noon + 13 * day - 1))).toBe(0);
    expect(await confirmOverdue(at(noon + 13 * day))).toBe(1);
    expect(await confirmOverdue(at(noon + 14 * day))).toBe(0);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'received' });
  });

  it('completes after its window, once, with what its goods came to', async () => {
    const { buyer, orderId } = await paidOrder();
    await send(buyer, orderId, whole);
    await confirmReceipt(buyer, { orderId });
    const later = shop.small.at(buyer, noon + 7 * day);
    expect(await completeDue(shop.small.at(buyer, noon + 7 * day - 1))).toBe(0);
    const done = await Promise.all(Array.from({ length: 8 }, () => completeDue(later)));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await showOrder(buyer, { orderId })).toMatchObject({
      state: 'completed',
      completedAt: noon + 7 * day,
    });
    const told = await database.db
      .selectFrom('outbox')
      .select('payload')
      .where('name', '=', 'orders.completed')
      .execute();
    expect(told).toMatchObject([{ payload: { orderId, goodsPaidFen: 2 * 39_900 + 550 } }]);
  });

  it('tells its shopper that all is on its way', async () => {
    const { buyer, orderId } = await paidOrder();
    const { memberId } = buyer.caller;
    const tell = () =>
      transact(database.db, async (tx) => afterShipped(buyer, tx, { orderId, memberId }));
    // What is handed over at the counter needs no such words.
    await tell();
    await database.db.updateTable('orders').set({ delivery: 'express' }).execute();
    await tell();
    const told = await database.db
      .selectFrom('notices')
      .select(['kind', 'orderId'])
      .where('memberId', '=', memberId)
      .execute();
    expect(told).toEqual([{ kind: 'shipped', orderId }]);
  });
});

describe('the commission of an order', () => {
  it('is settled when the order completes: nothing of it is pending any more', async () => {
    const { buyer, orderId } = await paidOrder();
    const { shopId } = shop.small.shop;
    const [guide] = shop.small.guides;
    const row = { shopId, orderId, guideId: guide.staffId, part: 'sale' as const, madeAt: noon };
    await database.db
      .insertInto('commissionEntries')
      .values({
        ...row,
        entryId: newId(),
        cause: 'paid',
        state: 'pending',
        baseFen: 900,
        amountFen: 45,
      })
      .execute();
    await send(buyer, orderId, whole);
    await confirmReceipt(buyer, { orderId });
    await completeDue(shop.small.at(buyer, noon + 7 * day));
    const entries = await database.db
      .selectFrom('commissionEntries')
      .select(['state', 'amountFen', 'cause'])
      .where('orderId', '=', orderId)
      .orderBy('cause')
      .execute();
    expect(entries).toEqual([
      { cause: 'completed', state: 'settled', amountFen: 45 },
      { cause: 'completed_pending', state: 'pending', amountFen: -45 },
      { cause: 'paid', state: 'pending', amountFen: 45 },
    ]);
  });
});
