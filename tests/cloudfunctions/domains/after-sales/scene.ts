import {
  actOnDue,
  afterMoved,
  afterSaleRefunded,
} from '../../../../cloudfunctions/domains/after-sales/jobs';
import type { AskAfterSale } from '../../../../cloudfunctions/domains/after-sales/schema';
import { askAfterSale } from '../../../../cloudfunctions/domains/after-sales/usecases/ask';
import {
  agreeAfterSale,
  openGoodwill,
  receiveReturned,
  refuseAfterSale,
  sendExchange,
} from '../../../../cloudfunctions/domains/after-sales/usecases/decide';
import {
  giveTracking,
  withdrawAfterSale,
} from '../../../../cloudfunctions/domains/after-sales/usecases/shopper';
import { showMine } from '../../../../cloudfunctions/domains/after-sales/usecases/show';
import { goodsThatEarn } from '../../../../cloudfunctions/domains/orders/usecases/complete';
import { afterCompleted } from '../../../../cloudfunctions/domains/points/jobs';
import { sendRefunds } from '../../../../cloudfunctions/domains/payments/usecases/refunds';
import type {
  Context,
  Database,
  StaffContext,
  World,
} from '../../../../cloudfunctions/domains/registry';
import { deliver } from '../../../../cloudfunctions/platform/outbox';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { buy, receiveAll, ship, touchedBy } from '../../../support/purchases';
import type { Known, SmallShop } from '../../../support/small-shop';

/** Three pairs at ¥399 and two at ¥5.50, paid, credited to the first guide. */
export async function bought(small: SmallShop, db: Database) {
  const buyer = { ...(await small.shopper()), db };
  await touchedBy(db, buyer, small.guides[0].staffId);
  const [dear, cheap] = small.skus;
  const lines = [
    { skuId: dear, quantity: 3 },
    { skuId: cheap, quantity: 2 },
  ];
  return { buyer, ...(await buy(small, buyer, { lines })) };
}

/** All units of {@link bought}. */
export const everything = [
  { line: 1, quantity: 3 },
  { line: 2, quantity: 2 },
];

/** The same, sent and received. */
export async function received(small: SmallShop, db: Database) {
  const order = await bought(small, db);
  await ship(order.buyer, order.orderId, everything);
  await receiveAll(order.buyer, order.orderId);
  return order;
}

type Said = Partial<AskAfterSale> & Pick<AskAfterSale, 'orderId'>;

/** What a shopper asks for: one pair of shoes back, or what is said otherwise. */
export function wish(said: Said): AskAfterSale {
  return {
    ...{ key: newId(), kind: 'return_refund', reason: 'other', words: '', pictureIds: [] },
    units: [{ line: 1, quantity: 1 }],
    ...said,
  };
}

/** Asks for it; the after-sale's id. */
export async function ask(buyer: Context, said: Said): Promise<string> {
  return (await askAfterSale(buyer, wish(said))).afterSaleId;
}

/** The deeds of people on an after-sale, each with a key of its own. */
export const deeds = {
  agree: (staff: StaffContext, afterSaleId: string) =>
    agreeAfterSale(staff, { key: newId(), afterSaleId }),
  refuse: (staff: StaffContext, afterSaleId: string) =>
    refuseAfterSale(staff, { afterSaleId, reason: '商品没有问题' }),
  receive: (staff: StaffContext, afterSaleId: string, restock = true) =>
    receiveReturned(staff, { key: newId(), afterSaleId, restock }),
  send: (staff: StaffContext, afterSaleId: string) =>
    sendExchange(staff, { key: newId(), afterSaleId, carrier: '顺丰速运', number: 'SF90001' }),
  open: (staff: StaffContext, said: Said) => openGoodwill(staff, wish(said)),
  withdraw: (buyer: Context, afterSaleId: string) => withdrawAfterSale(buyer, { afterSaleId }),
  track: (buyer: Context, afterSaleId: string) =>
    giveTracking(buyer, { afterSaleId, carrier: '圆通速递', number: 'YT10001' }),
};

/** Where an after-sale stands. */
export async function stateOf(buyer: Context, afterSaleId: string): Promise<string> {
  return (await showMine(buyer, { afterSaleId })).state;
}

/** Lets WeChat send refunds, and the shop hear of them and of every step. */
export async function settle(world: World): Promise<void> {
  await sendRefunds(world);
  const { db, shop, nowMs, log } = world;
  await deliver(db, {
    ...{ shopId: shop.shopId, nowMs, log, most: 1_000 },
    react: async (tx, { name, payload }) => {
      if (name === 'payments.refunded')
        await afterSaleRefunded(world, tx, payload as { refundId: string });
      if (name === 'afterSales.moved')
        await afterMoved(world, tx, payload as Parameters<typeof afterMoved>[2]);
      if (name === 'orders.completed') {
        const completed = payload as Parameters<typeof afterCompleted>[2];
        const goodsPaidFen = await goodsThatEarn(world, tx, completed);
        await afterCompleted(world, tx, { ...completed, goodsPaidFen });
      }
    },
  });
}

/** The clock of the shop at another instant: acts on what is due. */
export async function tick(small: SmallShop, buyer: Known, nowMs: number): Promise<number> {
  return actOnDue(small.at(buyer, nowMs));
}
