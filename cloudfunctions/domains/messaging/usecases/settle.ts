import { step } from '../../../kit/flow';
import { minute } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { waitAfter } from '../../../platform/outbox';
import { WechatRefused, WechatUnavailable } from '../../../platform/wechat/errors';
import type { Tx, World } from '../../registry';
import { messageFlow, type MessageStep } from '../flow';
import { lockSending, postponeAll, saveMessage } from '../store/messages';
import { returnQuota, zeroQuota } from '../store/quota';
import type { Taken } from './take';

type Here = Pick<World, 'db' | 'shop' | 'nowMs'>;

/** How a call ended: nothing thrown, or what was. */
export type Ended = { arrived: true } | { arrived: false; fault: unknown };

/** WeChat says that the member accepted no more. */
const noneAccepted = 43_101;
const mostTries = 6;
/** Asked too often: everything waits this long. */
const limitedMs = 10 * minute;

/**
 * Writes what became of a message that was sent. What WeChat refused ends; what it did not answer is tried again,
 * six times at most; asked too often, every message waits. Answers whether others may go on.
 */
export async function settle(world: Here, taken: Taken, ended: Ended): Promise<boolean> {
  const { db, shop } = world;
  const { messageId, tries } = taken;
  const isLimited =
    !ended.arrived && ended.fault instanceof WechatUnavailable && ended.fault.limited;
  await transact(db, async (tx) => {
    // After its lease another worker may have it: then what it finds counts.
    const mine = await lockSending(tx, { shopId: shop.shopId, messageId, tries });
    if (mine !== undefined) await write(world, tx, { taken, ended });
  });
  if (isLimited) await postponeAll(db, shop.shopId, world.nowMs + limitedMs);
  return !isLimited;
}

async function write(
  world: Here,
  tx: Tx,
  { taken, ended }: { taken: Taken; ended: Ended },
): Promise<void> {
  const { shop, nowMs } = world;
  const { messageId, memberId, templateId, tries } = taken;
  const quota = { shopId: shop.shopId, memberId, templateId };
  const end = outcomeOf(ended, tries);
  if (end.quota === 'zero') await zeroQuota(tx, quota, messageId, nowMs);
  if (end.quota === 'return') await returnQuota(tx, quota, messageId, nowMs);
  const state = step(messageFlow, 'sending', end.step) ?? 'sending';
  const time = end.step === 'again' ? { nextTryAt: nowMs + end.afterMs } : { endedAt: nowMs };
  const which = { shopId: shop.shopId, messageId };
  await saveMessage(tx, which, { state, reason: end.reason, ...time });
}

interface Outcome {
  step: MessageStep;
  reason: string | null;
  quota: 'kept' | 'return' | 'zero';
  afterMs: number;
}

/** What follows from how a call ended. A quota comes back only when WeChat surely did not take the message. */
function outcomeOf(ended: Ended, tries: number): Outcome {
  const settled = { quota: 'kept' as const, afterMs: 0 };
  if (ended.arrived) return { ...settled, step: 'arrive', reason: null };
  const { fault } = ended;
  if (fault instanceof WechatRefused) {
    return fault.errcode === noneAccepted
      ? { ...settled, step: 'refuse', reason: 'no_quota', quota: 'zero' }
      : { ...settled, step: 'fail', reason: `errcode_${fault.errcode}`, quota: 'return' };
  }
  if (fault instanceof WechatUnavailable && fault.limited) {
    return { ...settled, step: 'again', reason: 'unavailable', afterMs: limitedMs };
  }
  if (tries < mostTries) {
    return { ...settled, step: 'again', reason: 'unavailable', afterMs: waitAfter(tries + 3) };
  }
  const surelyNot = fault instanceof WechatUnavailable && fault.reason === 'busy';
  const quota = surelyNot ? 'return' : 'kept';
  return { ...settled, step: 'fail', reason: 'unavailable', quota };
}
