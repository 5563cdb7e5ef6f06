import { ship } from '../../../../cloudfunctions/domains/delivery/usecases/ship';
import {
  messageAfterSale,
  messagePickupReady,
  messageRefunded,
  messageShipped,
} from '../../../../cloudfunctions/domains/messaging/usecases/order-messages';
import type { Tx } from '../../../../cloudfunctions/domains/registry';
import { ShopSettings } from '../../../../cloudfunctions/domains/settings';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { allUnits, paidOrder } from '../../../support/bought';
import { testDatabase } from '../../../support/database';
import { smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
  const kinds = ['order_shipped', 'pickup_ready', 'refund_done', 'after_sale'] as const;
  const templates = Object.fromEntries(
    kinds.map((kind) => [kind, { id: `template-${kind}`, fields: { goods: 'thing1' } }]),
  );
  small.shop.settings = ShopSettings.parse({ messages: { templates } });
});

const said = async (buyer: Known) =>
  (
    await database.db
      .selectFrom('messages')
      .select(['kind', 'data'])
      .where('memberId', '=', buyer.caller.memberId)
      .orderBy('messageId')
      .execute()
  ).map(({ kind, data }) => ({ kind, data }));
const inside = (work: (tx: Tx) => Promise<void>) => transact(database.db, work);

/** Asks twice for the same message: reactions are repeated when a worker dies. */
const twice = async (work: (tx: Tx) => Promise<void>) => {
  await inside(work);
  await inside(work);
};

describe('what follows a paid order', () => {
  it('names the carrier and the number of what was sent, once', async () => {
    const { buyer, orderId } = await paidOrder(small);
    await database.db.updateTable('orders').set({ delivery: 'express' }).execute();
    const { memberId } = buyer.caller;
    await twice(async (tx) => messageShipped(buyer, tx, { orderId, memberId }));
    expect(await said(buyer)).toEqual([]);
    const label = { number: 'SF1234567890123', carrier: 'SF' as const };
    const wanted = { orderId, units: allUnits, ...label };
    await ship(small.staff(small.manager), { key: newId(), ...wanted });
    await twice(async (tx) => messageShipped(buyer, tx, { orderId, memberId }));
    expect(await said(buyer)).toMatchObject([
      { kind: 'order_shipped', data: { carrier: '顺丰速运', tracking: 'SF1234567890123' } },
    ]);
  });

  it('says at which store goods lie ready, and what money is back', async () => {
    const { buyer, orderId } = await paidOrder(small);
    const { memberId } = buyer.caller;
    const { storeId } = small;
    await twice(async (tx) => messagePickupReady(buyer, tx, { orderId, memberId, storeId }));
    const refund = { refundId: newId(), amountFen: 1_205, reason: 'after_sale' };
    await twice(async (tx) => messageRefunded(buyer, tx, { orderId, memberId, ...refund }));
    expect(await said(buyer)).toMatchObject([
      { kind: 'pickup_ready', data: { state: '可自提' } },
      { kind: 'refund_done', data: { amount: '12.05元' } },
    ]);
  });

  it('tells of steps that others took in an after-sale, and not of her own', async () => {
    const { buyer, orderId } = await paidOrder(small);
    const { memberId } = buyer.caller;
    const moved = { afterSaleId: newId(), orderId, memberId, guideId: null };
    const steps = [
      ['ask', 'shopper'],
      ['agree', 'manager'],
      ['refuse', 'manager'],
      ['return', 'shopper'],
    ] as const;
    for (const [step, actor] of steps)
      await twice(async (tx) =>
        messageAfterSale(buyer, tx, {
          ...moved,
          ...{ kind: 'return_refund', state: 'asked', step, actor },
        }),
      );
    expect(await said(buyer)).toMatchObject([
      { kind: 'after_sale', data: { state: '已同意', note: '售后申请已同意' } },
      { kind: 'after_sale', data: { state: '未通过' } },
    ]);
  });
});
