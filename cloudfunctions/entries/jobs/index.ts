import { newId } from '../../platform/ids';
import { deliver } from '../../platform/outbox';
import { inRequest } from '../../platform/request';
import { actOnDue } from '../../domains/after-sales/jobs';
import { expireCoupons, giveBirthdays, remindOfEnding } from '../../domains/coupons/jobs';
import { endPickups, traceDue, uploadDue } from '../../domains/delivery/jobs';
import { checkPictures } from '../../domains/media/jobs';
import { sendMessages } from '../../domains/messaging/jobs';
import {
  closeOverdue,
  completeDue,
  confirmOverdue,
  forgetOldKeys,
} from '../../domains/orders/jobs';
import { compareBills } from '../../domains/payments/usecases/bills';
import { alarmStuck, sendRefunds } from '../../domains/payments/usecases/refunds';
import {
  endLevelLives,
  expirePoints,
  giveBirthdayPoints,
  remindEnding,
} from '../../domains/points/jobs';
import type { World } from '../../domains/registry';
import { checkParts } from '../../domains/reviews/usecases/check';
import { closeOverdueRecharges } from '../../domains/wallet/jobs';
import { closeInstance, worldOf } from '../shop';
import { react } from './reactions';

const eventsAtOnce = 200;

/** The timer: closes what is overdue, delivers what was announced, sends refunds. Safe to run twice at once. */
export async function main(event: { clockOffsetMs?: number }) {
  return inRequest(newId(), async () => {
    const world = await worldOf(event);
    const done = {
      closed: await attempt(world, 'closeOverdue', closeOverdue),
      // What ends an after-sale lets its order complete, so that comes first.
      ended: await inTurn(world, { actOnDue, confirmOverdue, completeDue }),
      recharges: await attempt(world, 'closeOverdueRecharges', closeOverdueRecharges),
      delivered: await attempt(world, 'deliver', deliverEvents),
      refunds: await inTurn(world, { sendRefunds, alarmStuck }),
      checks: await inTurn(world, { checkPictures, checkParts }),
      bills: await attempt(world, 'compareBills', compareBills),
      delivery: await inTurn(world, { uploadDue, traceDue, endPickups }),
      points: await inTurn(world, {
        expirePoints,
        remindEnding,
        endLevelLives,
        giveBirthdayPoints,
      }),
      coupons: await inTurn(world, { expireCoupons, remindOfEnding, giveBirthdays }),
      messages: await attempt(world, 'sendMessages', sendMessages),
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

export { closeInstance as close };
