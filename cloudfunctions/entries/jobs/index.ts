import { newId } from '../../platform/ids';
import { deliver, type OutboxTable } from '../../platform/outbox';
import { inRequest } from '../../platform/request';
import {
  afterClosed,
  afterLatePayment,
  afterPaid,
  closeOverdue,
  forgetOldKeys,
} from '../../domains/orders/jobs';
import { sendRefunds } from '../../domains/payments/usecases/refunds';
import type { Events, Tx, World } from '../../domains/registry';
import { closeInstance, worldOf } from '../shop';

const eventsAtOnce = 200;

/** The timer: closes what is overdue, delivers what was announced, sends refunds. Safe to run twice at once. */
export async function main(event: { clockOffsetMs?: number }) {
  return inRequest(newId(), async () => {
    const world = await worldOf(event);
    const done = {
      closed: await attempt(world, 'closeOverdue', closeOverdue),
      delivered: await attempt(world, 'deliver', deliverEvents),
      refunds: await attempt(world, 'sendRefunds', sendRefunds),
    };
    await attempt(world, 'forgetOldKeys', async (here) => (await forgetOldKeys(here), 0));
    if (done.closed + done.delivered + done.refunds > 0) world.log.info('jobs', done);
    return done;
  });
}

/** One job's failure leaves the others their turn; it is said in the log and tried again at the next tick. */
async function attempt(
  world: World,
  job: string,
  work: (world: World) => Promise<number>,
): Promise<number> {
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
  'orders.paid': (world, tx, payload) => afterPaid(world, tx, payload, false),
  'orders.reopened': (world, tx, payload) => afterPaid(world, tx, payload, true),
  'orders.closed': afterClosed,
  'payments.late': afterLatePayment,
};

/** Events are written by this shop's own rooms, so a payload has the form that its name says. */
async function react(world: World, tx: Tx, event: OutboxTable): Promise<void> {
  const reaction = reactions[event.name as keyof Events] as
    ((world: World, tx: Tx, payload: unknown) => Promise<void>) | undefined;
  if (reaction === undefined) throw new Error(`nobody reacts to ${event.name}`);
  await reaction(world, tx, event.payload);
}

export { closeInstance as close };
