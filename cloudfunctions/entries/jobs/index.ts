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
      recharges: await attempt(world, 'closeOverdueRecharges', closeOverdueRecharges),
      delivered: await attempt(world, 'deliver', deliverEvents),
      refunds: await attempt(world, 'sendRefunds', sendRefunds),
      points: await attempt(world, 'tendPoints', tendPoints),
    };
    await attempt(world, 'forgetOldKeys', async (here) => (await forgetOldKeys(here), 0));
    if (Object.values(done).some((times) => times > 0)) world.log.info('jobs', done);
    return done;
  });
}

/** What points and levels do by themselves. */
async function tendPoints(world: World): Promise<number> {
  let done = 0;
  for (const [job, work] of Object.entries({
    expirePoints,
    remindEnding,
    endLevelLives,
    giveBirthdayPoints,
  }))
    done += await attempt(world, job, work);
  return done;
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

/** Coupons that streaks and levels give listen to these. */
const nothingYet = Promise.resolve();

const reactions: Reactions = {
  'members.profiled': afterProfiled,
  'points.levelUp': () => nothingYet,
  'points.signedIn': () => nothingYet,
  'wallet.recharged': afterRecharged,
  'wallet.doubted': (world, tx, doubt) => noteDoubt({ ...world, db: tx }, doubt),
  'orders.paid': (world, tx, payload) => afterPaid(world, tx, payload, false),
  'orders.reopened': (world, tx, payload) => afterPaid(world, tx, payload, true),
  'orders.closed': afterClosed,
  'payments.late': afterLatePayment,
  'orders.completed': afterCompleted,
};

/** Events are written by this shop's own rooms, so a payload has the form that its name says. */
async function react(world: World, tx: Tx, event: OutboxTable): Promise<void> {
  const reaction = reactions[event.name as keyof Events] as
    ((world: World, tx: Tx, payload: unknown) => Promise<void>) | undefined;
  if (reaction === undefined) throw new Error(`nobody reacts to ${event.name}`);
  await reaction(world, tx, event.payload);
}

export { closeInstance as close };
