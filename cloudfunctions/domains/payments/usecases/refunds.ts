import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import { PayRefused, PayUnavailable } from '../../../platform/wechat-pay/errors';
import type { Refund } from '../../../platform/wechat-pay/refund';
import type { StaffContext, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { afterSaid, mendingOf, numberAnew } from '../rules/refunds';
import type { RefundId } from '../schema';
import {
  addClosing,
  findAcceptedAt,
  findPaymentOf,
  listRefunds,
  lockRefund,
  noteFault,
  saveRefund,
  takeAlarming,
  takeDueRefunds,
  wasClosed,
} from '../store/refunds';
import { noteDoubt } from './doubts';

type Due = Awaited<ReturnType<typeof takeDueRefunds>>[number];

/** Sends refunds that are due to WeChat Pay, each until it is final; answers how many were tried. */
export async function sendRefunds(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const due = await takeDueRefunds(db, shop.shopId, nowMs);
  for (const refund of due) await sendRefund(world, refund);
  return due.length;
}

/** Asks for one refund under its own number, which refunds once however often it is asked for. */
async function sendRefund(world: World, due: Due): Promise<void> {
  const { db, shop, log } = world;
  const { tries, number } = due;
  try {
    await settleRefund(world, await askFor(world, due));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    if (fault instanceof PayUnavailable) log.warn('refund.unavailable', { reason, tries });
    else log.error('refund.refused', { reason, tries, number });
    await noteFault(db, shop.shopId, due.refundId, faultOf(fault));
  }
}

/** A refund that WeChat has is looked up; one that it does not know, or may not have heard of, is asked for. */
async function askFor({ db, shop, ports }: World, due: Due): Promise<Refund> {
  const payment = await findPaymentOf(db, shop.shopId, due.transactionId);
  if (payment === undefined) throw new Error('a refund without its payment');
  const found = due.state === 'wanted' ? null : await ports.pay.queryRefund(due.number);
  if (found !== null) return found;
  return ports.pay.refund({
    outTradeNo: payment.number,
    outRefundNo: due.number,
    amountFen: due.amountFen,
    totalFen: payment.amountFen,
    reason: '订单退款',
  });
}

function faultOf(fault: unknown): string {
  if (fault instanceof PayUnavailable) return fault.reason;
  return fault instanceof PayRefused ? fault.code : 'DEFECT';
}

/** Settles a refund of which WeChat Pay sent notice. */
export async function noticeRefund(world: World, notice: Refund): Promise<void> {
  const { db, shop, ports, log } = world;
  const acceptedAt = await findAcceptedAt(db, shop.shopId, notice.outRefundNo);
  // A notice does not say when WeChat took the refund, which is the day of its bill.
  const unheard = acceptedAt === null;
  const found = unheard
    ? await ports.pay.queryRefund(notice.outRefundNo).catch((fault: unknown) => {
        if (!(fault instanceof PayUnavailable)) throw fault;
        log.warn('refund.unavailable', { reason: fault.message });
        return null;
      })
    : null;
  await settleRefund(world, found ?? notice);
}

/**
 * Takes over what WeChat Pay says of a refund: late, twice or out of order it changes nothing. What does not fit
 * the refund that was asked for, or nobody asked for, is noted for people to look at.
 */
async function settleRefund(world: World, said: Refund): Promise<void> {
  const { db, log } = world;
  const { outRefundNo: number, transactionId, status, amountFen } = said;
  const outcome = await transact(db, (tx) => settle(world, tx, said));
  if (outcome === 'failed') log.error('refund.failed', { number, status });
  if (outcome === 'unknown_refund' || outcome === 'wrong_refund') {
    const facts = { status, amountFen, refund: number };
    await noteDoubt(world, { number: said.outTradeNo, transactionId, problem: outcome, facts });
  }
}

async function settle(world: World, tx: Tx, said: Refund) {
  const { shop, nowMs } = world;
  const { shopId } = shop;
  const refund = await lockRefund(tx, shopId, { number: said.outRefundNo });
  if (refund === undefined) {
    const closed = said.status !== 'SUCCESS' && (await wasClosed(tx, shopId, said.outRefundNo));
    return closed ? 'nothing' : 'unknown_refund';
  }
  const { refundId, orderId, amountFen, reason, transactionId } = refund;
  if (said.amountFen !== amountFen || said.transactionId !== transactionId) return 'wrong_refund';
  const acceptedAt = refund.acceptedAt ?? said.createdAtMs ?? said.successAtMs ?? nowMs;
  const next = afterSaid(refund, said.status);
  if (next === null) return 'nothing';
  const doneAt = next.state === 'done' ? nowMs : null;
  await saveRefund(tx, refund, { ...next, acceptedAt, doneAt });
  if (next.state === 'done') {
    const { memberId } = present(await findPaymentOf(tx, shopId, transactionId), noPayment);
    const payload = { refundId, orderId, memberId, amountFen, reason };
    await announce(tx, { shopId, name: 'payments.refunded', payload, nowMs });
  }
  return next.state;
}

const noPayment = refuse('nothing_paid');

/** Says of each refund that is not back after an hour that it is stuck: an error in the log, once an hour. */
export async function alarmStuck({ db, shop, nowMs, log }: World): Promise<number> {
  const stuck = await takeAlarming(db, shop.shopId, nowMs);
  for (const { number, state, fault, tries, wantedAt } of stuck)
    log.error('refund.stuck', { number, state, fault, tries, waitedMs: nowMs - wantedAt });
  return stuck.length;
}

/** A manager sets a refund going again, in the way that fits what stands against it. */
export async function retryRefund(
  { db, shop, nowMs, log, caller }: StaffContext,
  { refundId }: RefundId,
): Promise<{ done: true }> {
  const { shopId } = shop;
  await transact(db, async (tx) => {
    const refund = present(await lockRefund(tx, shopId, { refundId }), refuse('no_such_refund'));
    const mending = mendingOf(refund);
    insist(mending === null ? refuse('refund_done') : null);
    const { number, amountFen, acceptedAt } = refund;
    const due = { nextTryAt: nowMs, tries: 0 };
    if (mending !== 'anew') return saveRefund(tx, refund, due);
    const closing = { shopId, number, refundId, amountFen, acceptedAt, closedAt: nowMs };
    await addClosing(tx, closing);
    const fresh = { state: 'wanted', fault: null, acceptedAt: null } as const;
    await saveRefund(tx, refund, { ...due, ...fresh, number: numberAnew(number) });
  });
  log.info('refund.retried', { refund: refundId, staff: caller.staff.staffId });
  return { done: true };
}

/** The refunds of an order, the oldest first. */
export async function refundsOf({ db, shop }: Pick<World, 'db' | 'shop'>, orderId: string) {
  return listRefunds(db, shop.shopId, orderId);
}
