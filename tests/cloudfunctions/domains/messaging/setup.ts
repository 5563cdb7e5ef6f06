import { sendMessages } from '../../../../cloudfunctions/domains/messaging/jobs';
import { noteAccepted } from '../../../../cloudfunctions/domains/messaging/usecases/answer';
import {
  messageFor,
  type MessageFor,
} from '../../../../cloudfunctions/domains/messaging/usecases/queue';
import type { Context, Database } from '../../../../cloudfunctions/domains/registry';
import { ShopSettings } from '../../../../cloudfunctions/domains/settings';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

export const paidTemplate = 'template-paid';
export const endingTemplate = 'template-ending';

/** A small shop that has templates for paid orders and ending coupons. */
export async function talkingShop(db: Database): Promise<SmallShop> {
  const small = await smallShop(db);
  const templates = {
    order_paid: {
      id: paidTemplate,
      fields: { goods: 'thing1', amount: 'amount2', number: 'character_string3' },
    },
    coupon_ending: { id: endingTemplate, fields: { name: 'thing1', time: 'time2' } },
  };
  // The contexts of the shop's people share this object.
  small.shop.settings = ShopSettings.parse({ messages: { templates } });
  return small;
}

/** Accepts so many messages of a template. */
export async function accept(member: Context, templateId = paidTemplate, times = 1) {
  for (let count = 0; count < times; count += 1) {
    await noteAccepted(member, { key: newId(), accepted: [templateId], rejected: [] });
  }
}

/** Puts a message about a paid order on its way. */
export function paidMessage(
  member: Context,
  causeId: string = newId(),
  more: Partial<MessageFor> = {},
) {
  const order = {
    orderId: newId(),
    number: '20261120',
    goods: '山茶花跑鞋',
    fen: 39_900,
    at: noon,
  };
  const about = { kind: 'order_paid' as const, ...order };
  const { memberId } = member.caller;
  return transact(member.db, (tx) => messageFor(member, tx, { memberId, about, causeId, ...more }));
}

/** Puts a reminder of ending coupons on its way: marketing. */
export function endingMessage(member: Context, causeId: string = newId()) {
  const about = { kind: 'coupon_ending' as const, coupons: 2, endsAt: noon };
  const { memberId } = member.caller;
  return transact(member.db, (tx) => messageFor(member, tx, { memberId, about, causeId }));
}

/** Runs the job at an instant. */
export const run = (member: Context, nowMs = member.nowMs) => sendMessages({ ...member, nowMs });

/** The member's messages as they stand, the oldest first. */
export async function messagesOf(member: Context) {
  return member.db
    .selectFrom('messages')
    .select(['kind', 'state', 'reason', 'tries', 'nextTryAt'])
    .where('memberId', '=', member.caller.memberId)
    .orderBy('messageId')
    .execute();
}

/** What is left of the member's quota of a template. */
export async function leftOf(member: Context, templateId = paidTemplate): Promise<number> {
  const row = await member.db
    .selectFrom('messageQuotas')
    .select('leftCount')
    .where('memberId', '=', member.caller.memberId)
    .where('templateId', '=', templateId)
    .executeTakeFirst();
  return row?.leftCount ?? 0;
}
