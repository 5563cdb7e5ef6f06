import { step } from '../../../kit/flow';
import { minute, startOfDay, startOfMonth } from '../../../kit/time';
import { transact } from '../../../platform/database';
import type { Tx, World } from '../../registry';
import { messageFlow } from '../flow';
import { whyNotSend, type GateFacts } from '../rules/gate';
import { filled } from '../rules/words';
import { lockMember } from '../store/members';
import { countMarketing, lockDue, saveMessage } from '../store/messages';
import { lockQuota, spendQuota } from '../store/quota';
import type { MessagingTables } from '../tables';

type MessageRow = MessagingTables['messages'];
type Here = Pick<World, 'db' | 'shop' | 'nowMs'>;

/** Longer than a call of WeChat's may take: then the worker that took a message is dead. */
const leaseMs = minute;

/** A message that is to be sent now. */
export interface Taken {
  messageId: string;
  memberId: string;
  tries: number;
  templateId: string;
  page: string;
  data: Record<string, string>;
}

/**
 * Takes the message that is due for longest through the gate: `nothing` is due, it was `held` with its reason, or
 * it is to be sent. Its try and its quota are written before the call, so that a worker who dies in it sends no
 * more than the member accepted.
 */
export async function takeNext(world: Here): Promise<Taken | 'held' | 'nothing'> {
  const { db, shop, nowMs } = world;
  return transact(db, async (tx) => {
    const message = await lockDue(tx, shop.shopId, nowMs);
    if (message === undefined) return 'nothing';
    return passGate(world, tx, message);
  });
}

async function passGate(world: Here, tx: Tx, message: MessageRow): Promise<Taken | 'held'> {
  const { shop, nowMs } = world;
  const { shopId } = shop;
  const { messageId, memberId, state } = message;
  const template = shop.settings.messages.templates[message.kind];
  const templateId = template?.id ?? '';
  const quota = { shopId, memberId, templateId };
  const facts = await factsOf(world, tx, message, templateId);
  const objection = whyNotSend(facts, nowMs);
  const which = { shopId, messageId };
  if (objection !== null) {
    const { reason, until } = objection;
    const next = step(messageFlow, state, until === null ? 'refuse' : 'wait') ?? state;
    const ended = until === null ? { endedAt: nowMs } : { nextTryAt: until };
    await saveMessage(tx, which, { state: next, reason, ...ended });
    return 'held';
  }
  await spendQuota(tx, quota, messageId, nowMs);
  const tries = message.tries + 1;
  await saveMessage(tx, which, {
    ...{ state: step(messageFlow, state, 'take') ?? state, reason: null, templateId, tries },
    ...{ nextTryAt: nowMs + leaseMs, takenAt: message.takenAt ?? nowMs },
  });
  const data = filled(template?.fields ?? {}, message.data);
  return { messageId, memberId, tries, templateId, page: message.page, data };
}

/** What the gate decides by, everything locked that another message to her would change. */
async function factsOf(
  { shop, nowMs }: Here,
  tx: Tx,
  message: MessageRow,
  templateId: string,
): Promise<GateFacts> {
  const { shopId, offsetMinutes, settings } = shop;
  const { messageId, memberId, marketing, goodUntil } = message;
  const optedOut = await lockMember(tx, { shopId, memberId }, nowMs);
  const went = await countMarketing(
    tx,
    { shopId, memberId, messageId },
    { dayFrom: startOfDay(nowMs, offsetMinutes), monthFrom: startOfMonth(nowMs, offsetMinutes) },
  );
  const hasTemplate = templateId !== '';
  const quota = hasTemplate
    ? await lockQuota(tx, { shopId, memberId, templateId }, messageId)
    : { left: 0, accepted: false, taken: false };
  return {
    ...{ marketing, goodUntil, hasTemplate, optedOut, ...went },
    accepted: quota.accepted,
    quotaLeft: quota.taken ? null : quota.left,
    terms: { ...settings.messages, offsetMinutes },
  };
}
