import { newId } from '../../platform/ids';
import { deliver, type OutboxTable } from '../../platform/outbox';
import { inRequest } from '../../platform/request';
import {
  expireCoupons,
  giveBirthdays,
  giveForEvent,
  remindOfEnding,
} from '../../domains/coupons/jobs';
import { countGiven } from '../../domains/coupons/usecases/count-given';
import { makePackets } from '../../domains/coupons/usecases/packets';
import {
  afterPickupReady,
  codeForPaid,
  endPickups,
  noticeBreaches,
  tellOfShipped,
  traceDue,
  uploadDue,
} from '../../domains/delivery/jobs';
import {
  afterClosed,
  afterLatePayment,
  afterPaid,
  afterReceived,
  afterShipped,
  closeOverdue,
  completeDue,
  confirmOverdue,
  forgetOldKeys,
} from '../../domains/orders/jobs';
import { offersOfPaid } from '../../domains/orders/usecases/paid';
import { sendRefunds } from '../../domains/payments/usecases/refunds';
import {
  afterCompleted,
  afterProfiled,
  endLevelLives,
  expirePoints,
  giveBirthdayPoints,
  remindEnding,
} from '../../domains/points/jobs';
import { noteDoubt } from '../../domains/payments/usecases/doubts';
import { afterRecharged, closeOverdueRecharges } from '../../domains/wallet/jobs';
import type { Events, Tx, World } from '../../domains/registry';
import { closeInstance, worldOf } from '../shop';

const eventsAtOnce = 200;

/** The timer: closes what is overdue, delivers what was announced, sends refunds. Safe to run twice at once. */
export async function main(event: { clockOffsetMs?: number }) {
  return inRequest(newId(), async () => {
    const world = await worldOf(event);
    const done = {
      closed: await attempt(world, 'closeOverdue', closeOverdue),
      ended: await inTurn(world, { confirmOverdue, completeDue }),
      recharges: await attempt(world, 'closeOverdueRecharges', closeOverdueRecharges),
      delivered: await attempt(world, 'deliver', deliverEvents),
      refunds: await attempt(world, 'sendRefunds', sendRefunds),
      delivery: await inTurn(world, { uploadDue, traceDue, endPickups, noticeBreaches }),
      points: await inTurn(world, {
        expirePoints,
        remindEnding,
        endLevelLives,
        giveBirthdayPoints,
      }),
      coupons: await inTurn(world, { expireCoupons, remindOfEnding, giveBirthdays }),
    };
    await attempt(world, 'forgetOldKeys', async (here) => (await forgetOldKeys(here), 0));
    if (Object.values(done).some((times) => times > 0)) world.log.info('jobs', done);
    return done;
  });
}

type Job = (world: World) => Promise<number>;

/** What a room does by itself, one thing after the other; how many rows were touched. */
async function inTurn(world: World, jobs: Readonly<Record<string, Job>>): Promise<number> {
  let done = 0;
  for (const [job, work] of Object.entries(jobs)) done += await attempt(world, job, work);
  return done;
}

/** One job's failure leaves the others their turn; it is said in the log and tried again at the next tick. */
async function attempt(world: World, job: string, work: Job): Promise<number> {
  try {
    return await work(world);
  } catch (fault) {
    world.log.error('job.failed', {
      job,
      reason: fault instanceof Error ? fault.message : String(fault),
    });
    return 0;
  }
}

async function deliverEvents(world: World): Promise<number> {
  const { db, shop, nowMs, log } = world;
  return deliver(db, {
    shopId: shop.shopId,
    nowMs,
    most: eventsAtOnce,
    log,
    react: (tx, event) => react(world, tx, event),
  });
}

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
  'orders.paid': (world, tx, payload) => paid(world, tx, payload, false),
  'orders.reopened': (world, tx, payload) => paid(world, tx, payload, true),
  'orders.closed': afterClosed,
  'payments.late': afterLatePayment,
  'orders.shipped': async (world, tx, payload) => {
    await afterShipped(world, tx, payload);
    await tellOfShipped(world, tx, payload);
  },
  'delivery.pickupReady': afterPickupReady,
  'orders.received': afterReceived,
  'orders.completed': afterCompleted,
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
}

/** Events are written by this shop's own rooms, so a payload has the form that its name says. */
async function react(world: World, tx: Tx, event: OutboxTable): Promise<void> {
  const reaction = reactions[event.name as keyof Events] as
    ((world: World, tx: Tx, payload: unknown) => Promise<void>) | undefined;
  if (reaction === undefined) throw new Error(`nobody reacts to ${event.name}`);
  await reaction(world, tx, event.payload);
}

export { closeInstance as close };
