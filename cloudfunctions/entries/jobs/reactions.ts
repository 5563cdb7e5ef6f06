import type { OutboxTable } from '../../platform/outbox';
import { afterMoved, afterSaleRefunded } from '../../domains/after-sales/jobs';
import { giveForEvent } from '../../domains/coupons/jobs';
import { countGiven } from '../../domains/coupons/usecases/count-given';
import { makePackets } from '../../domains/coupons/usecases/packets';
import { afterPickupReady, codeForPaid, tellOfShipped } from '../../domains/delivery/jobs';
import { messageCouponsEnding, messagePointsEnding } from '../../domains/messaging/jobs';
import {
  messageAfterSale,
  messagePaid,
  messagePickupReady,
  messageRefunded,
  messageShipped,
} from '../../domains/messaging/usecases/order-messages';
import {
  afterClosed,
  afterLatePayment,
  afterPaid,
  afterReceived,
  afterShipped,
} from '../../domains/orders/jobs';
import { goodsThatEarn } from '../../domains/orders/usecases/complete';
import { offersOfPaid } from '../../domains/orders/usecases/paid';
import { afterRefunded } from '../../domains/payments/jobs';
import { noteDoubt } from '../../domains/payments/usecases/doubts';
import { afterCompleted, afterProfiled } from '../../domains/points/jobs';
import type { Events, Tx, World } from '../../domains/registry';
import { afterShown } from '../../domains/reviews/jobs';
import { afterRecharged } from '../../domains/wallet/jobs';

/** What follows an event, each on the transaction that removes it; safe to repeat. */
type Reactions = {
  [Name in keyof Events]: (world: World, tx: Tx, payload: Events[Name]) => Promise<void>;
};

const reactions: Reactions = {
  'members.profiled': afterProfiled,
  'wallet.recharged': afterRecharged,
  'wallet.doubted': (world, tx, doubt) => noteDoubt({ ...world, db: tx }, doubt),
  'members.joined': (world, tx, { memberId }) =>
    giveForEvent(world, tx, { on: 'joined', memberId, cause: memberId }),
  'points.levelUp': (world, tx, { memberId, level, changeId }) =>
    giveForEvent(world, tx, { on: 'level_up', memberId, level, cause: changeId }),
  'points.signedIn': (world, tx, { memberId, streak, day }) =>
    giveForEvent(world, tx, { on: 'streak', memberId, days: streak, cause: day }),
  'coupons.ending': messageCouponsEnding,
  'points.ending': messagePointsEnding,
  'orders.paid': (world, tx, payload) => paid(world, tx, payload, false),
  'orders.reopened': (world, tx, payload) => paid(world, tx, payload, true),
  'orders.closed': afterClosed,
  'payments.late': afterLatePayment,
  'orders.shipped': async (world, tx, payload) => {
    await afterShipped(world, tx, payload);
    await tellOfShipped(world, tx, payload);
    await messageShipped(world, tx, payload);
  },
  'delivery.pickupReady': async (world, tx, payload) => {
    await afterPickupReady(world, tx, payload);
    await messagePickupReady(world, tx, payload);
  },
  'orders.received': afterReceived,
  'afterSales.moved': async (world, tx, moved) => {
    await afterMoved(world, tx, moved);
    await messageAfterSale(world, tx, moved);
  },
  'orders.completed': async (world, tx, completed) => {
    const goodsPaidFen = await goodsThatEarn(world, tx, completed);
    await afterCompleted(world, tx, { ...completed, goodsPaidFen });
  },
  'payments.refunded': async (world, tx, refunded) => {
    await afterRefunded(world, tx, refunded);
    await afterSaleRefunded(world, tx, refunded);
    await messageRefunded(world, tx, refunded);
  },
  'reviews.shown': afterShown,
};

/** An order was paid: what its own room does, and what coupons it brings its buyer. */
async function paid(
  world: World,
  tx: Tx,
  payload: Events['orders.paid'],
  reopened: boolean,
): Promise<void> {
  const { orderId, memberId } = payload;
  await afterPaid(world, tx, payload, reopened);
  await codeForPaid(world, tx, payload);
  const order = await offersOfPaid(world, tx, orderId);
  if (order === null) return;
  const { paidFen, coupons } = order;
  await countGiven(world, tx, coupons);
  await giveForEvent(world, tx, { on: 'paid', memberId, paidFen, cause: orderId });
  await makePackets(world, tx, { orderId, memberId, paidFen });
  await messagePaid(world, tx, payload);
}

/** Events are written by this shop's own rooms, so a payload has the form that its name says. */
export async function react(world: World, tx: Tx, event: OutboxTable): Promise<void> {
  const reaction = reactions[event.name as keyof Events] as
    ((world: World, tx: Tx, payload: unknown) => Promise<void>) | undefined;
  if (reaction === undefined) throw new Error(`nobody reacts to ${event.name}`);
  await reaction(world, tx, event.payload);
}
