import { insist } from '../../../kit/refusal';
import { putBackSold } from '../../catalogue/usecases/sku-facts';
import { returnUsed } from '../../coupons/usecases/return';
import { wantRefunds } from '../../payments/usecases/want';
import { givenForOrder } from '../../points/usecases/account';
import { returnForRefund, takeBackForRefund } from '../../points/usecases/refund';
import { reverseCommission } from '../../referral/usecases/commission';
import { returnStored } from '../../wallet/usecases/refund';
import type { Tx, World } from '../../registry';
import { isAllSent, whyNotRefund } from '../rules/life';
import { refundOf, type RefundFacts, type RefundParts, type Units } from '../rules/refund';
import {
  addNote,
  saveLines,
  saveOrder,
  saveStep,
  type Actor,
  type LockedOrder,
} from '../store/life';
import { closeSending } from './ship';

/** Units whose money goes back, and why: `refundId` names this refund in every ledger, each once. */
export interface Refunding extends Actor {
  refundId: string;
  units: readonly Units[];
  /** The goods came back, so units that were not sent are not meant. */
  sentOnly: boolean;
  /** Goods that came back may be sold again; those never sent always may. */
  restock: boolean;
  /** For the timeline, in Chinese. */
  reason: string;
}

/** What a refund came to, and the payments room's refunds that its WeChat part goes back by: none or one. */
export type Refunded = RefundParts & { wechatRefundIds: readonly string[] };

/** What a refund of units comes to, for whoever asks before it is done; writes nothing. */
export async function previewRefund(
  world: Pick<World, 'shop'>,
  tx: Tx | World['db'],
  found: LockedOrder,
  asked: { units: readonly Units[]; sentOnly: boolean },
): Promise<RefundParts> {
  insist(whyNotRefund(found.order, found.lines, asked.units));
  return refundOf(await factsOf(world, tx, found), asked.units, asked.sentOnly);
}

/**
 * Refunds units of an order that is locked together with all that its buyer has: money to where it came from, points
 * and coupons back, earned points and commission taken back, unsent goods back to the shelf. Everything is written in
 * the open transaction; WeChat's part is then sent by the refund job. An order of which nothing is left closes.
 */
export async function refundUnits(
  world: World,
  tx: Tx,
  found: LockedOrder,
  refunding: Refunding,
): Promise<Refunded> {
  const { order, lines } = found;
  const { refundId, units, sentOnly, restock } = refunding;
  insist(whyNotRefund(order, lines, units));
  const back = refundOf(await factsOf(world, tx, found), units, sentOnly);
  const wechatRefundIds = await giveBack(world, tx, order, { refundId, back });
  await saveLines(
    tx,
    order,
    back.lines.map(({ line, quantity, fen, unsent }) => ({
      line,
      refunded: quantity,
      refundedFen: fen,
      cancelled: unsent,
    })),
  );
  await saveOrder(tx, order, {
    refundedFen: order.refundedFen + back.totalFen,
    refundedFreightFen: order.refundedFreightFen + back.freightFen,
  });
  await recordStep(world, tx, found, { ...refunding, back });
  const shelved = back.lines.map(({ skuId, quantity, unsent }) => ({
    skuId,
    quantity: restock ? quantity : unsent,
  }));
  await putBackSold(world, tx, shelved);
  return { ...back, wechatRefundIds };
}

/** What the refund depends on, read under the order's lock. */
async function factsOf(
  { shop }: Pick<World, 'shop'>,
  tx: Tx | World['db'],
  { order, lines }: LockedOrder,
): Promise<RefundFacts> {
  const { completedFen, orderId, memberId } = order;
  const earned =
    completedFen === null
      ? null
      : {
          goodsFen: completedFen,
          points: await givenForOrder(tx, { shopId: shop.shopId, memberId }, orderId),
        };
  return { ...order, lines, earned };
}

/** Each ledger takes its part back, once per refund, in the order in which their rows are locked. */
async function giveBack(
  world: World,
  tx: Tx,
  { orderId, memberId, completedAt }: LockedOrder['order'],
  { refundId, back }: { refundId: string; back: RefundParts },
): Promise<string[]> {
  const { pointsBack, pointsTaken, growthTaken, principalFen, giftFen } = back;
  const whose = { refundId, orderId, memberId };
  await returnForRefund(world, tx, { ...whose, points: pointsBack });
  await takeBackForRefund(world, tx, { ...whose, points: pointsTaken, growth: growthTaken });
  await returnStored(world, tx, { ...whose, principalFen, giftFen });
  await returnUsed(world, tx, { orderId, couponIds: back.couponIds });
  const state = completedAt === null ? ('pending' as const) : ('settled' as const);
  await reverseCommission(world, tx, { orderId, refundId, state, parts: back.commission });
  return wantRefunds(world, tx, { orderId, amountFen: back.wechatFen, reason: 'after_sale' });
}

/** The timeline: a refund in full closes the order; else it is noted, and what is all sent by now is shipped. */
async function recordStep(
  world: World,
  tx: Tx,
  { order, lines }: LockedOrder,
  { actor, actorId, reason, back }: Refunding & { back: RefundParts },
): Promise<void> {
  const { nowMs } = world;
  const by = { actor, actorId, reason, nowMs };
  if (back.whole && order.state !== 'completed') {
    const changes = { closedAt: nowMs, closeReason: 'refunded' };
    await saveStep(tx, order, { ...by, step: 'refund', from: order.state, to: 'closed', changes });
    return;
  }
  await addNote(tx, order, { ...by, step: 'refund' });
  if (order.state !== 'paid') return;
  const left = lines.map((line) => {
    const gone = back.lines.find((one) => one.line === line.line)?.unsent ?? 0;
    return { ...line, cancelledQuantity: line.cancelledQuantity + gone };
  });
  if (isAllSent(left))
    await closeSending(world, tx, { order, lines }, { actor, actorId, reason: '' });
}
