import { minute } from '../../../kit/time';
import { waitAfter } from '../../../platform/outbox';
import { PayUnavailable } from '../../../platform/wechat-pay/errors';
import type { Refund } from '../../../platform/wechat-pay/refund';
import { tellMember } from '../../members/usecases/profile';
import type { World } from '../../registry';
import { moneyText } from '../../../kit/money';
import { transact } from '../../../platform/database';
import { findPaymentOf, listRefunds, saveRefund, takeDueRefunds } from '../store';

type Due = Awaited<ReturnType<typeof takeDueRefunds>>[number];

/** Sends refunds that are due to WeChat Pay, each until it is final; answers how many were tried. */
export async function sendRefunds(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const due = await takeDueRefunds(db, shop.shopId, nowMs, nowMs + minute);
  for (const refund of due) await sendRefund(world, refund);
  return due.length;
}

/** Asks for one refund under its own number, which refunds once however often it is asked for. */
async function sendRefund(world: World, due: Due): Promise<void> {
  const { db, shop, ports, log } = world;
  try {
    const payment = await findPaymentOf(db, shop.shopId, due.transactionId);
    if (payment === undefined) throw new Error('a refund without its payment');
    const asked = {
      outTradeNo: payment.number,
      outRefundNo: due.number,
      amountFen: due.amountFen,
      totalFen: payment.amountFen,
      reason: '订单退款',
    };
    const answer =
      due.state === 'processing'
        ? await ports.pay.queryRefund(due.number)
        : await ports.pay.refund(asked);
    if (answer !== null) await settleRefund(world, answer, payment.memberId, due.tries);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    if (fault instanceof PayUnavailable)
      log.warn('refund.unavailable', { reason, tries: due.tries });
    else log.error('refund.refused', { reason, tries: due.tries, number: due.number });
  }
}

/** Takes over what WeChat Pay says of a refund, and tells the member when the money is back. */
async function settleRefund(
  world: World,
  answer: Refund,
  memberId: string,
  tries = 1,
): Promise<void> {
  const { db, shop, nowMs } = world;
  const state = (
    { SUCCESS: 'done', PROCESSING: 'processing', CLOSED: 'failed', ABNORMAL: 'failed' } as const
  )[answer.status];
  await transact(db, async (tx) => {
    const saved = await saveRefund(tx, {
      shopId: shop.shopId,
      number: answer.outRefundNo,
      state,
      nextTryAt: nowMs + waitAfter(tries),
      doneAt: state === 'done' ? nowMs : null,
    });
    if (saved === undefined || state !== 'done') return;
    const body = `${moneyText(saved.amountFen)} 已原路退回您的付款账户`;
    await tellMember(world, tx, {
      memberId,
      kind: 'refund',
      title: '退款到账',
      body,
      orderId: saved.orderId,
    });
  });
  if (state === 'failed')
    world.log.error('refund.failed', { number: answer.outRefundNo, status: answer.status });
}

/** Settles a refund of which WeChat Pay sent notice. */
export async function noticeRefund(world: World, answer: Refund): Promise<void> {
  const payment = await findPaymentOf(world.db, world.shop.shopId, answer.transactionId);
  if (payment !== undefined) await settleRefund(world, answer, payment.memberId);
}

/** The refunds of an order, the oldest first. */
export async function refundsOf({ db, shop }: Pick<World, 'db' | 'shop'>, orderId: string) {
  return listRefunds(db, shop.shopId, orderId);
}
