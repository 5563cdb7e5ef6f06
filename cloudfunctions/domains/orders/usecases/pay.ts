import { insist, present, Refused } from '../../../kit/refusal';
import { newId } from '../../../platform/ids';
import {
  askAndSettle,
  endPayment,
  moneyDoubt,
  moneyIn,
  openSheet,
  type Money,
} from '../../../platform/wechat-pay/paid';
import type { Transaction } from '../../../platform/wechat-pay/transaction';
import { noteDoubt } from '../../payments/usecases/doubts';
import type { Context, World } from '../../registry';
import { refuse } from '../refusals';
import { whyNotPay } from '../rules/steps';
import type { OrderId } from '../schema';
import { settleMoney, type SettleOutcome } from '../store/deeds';
import { findOrder } from '../store/find';

/** What the phone needs to open the pay sheet for an order of mine. */
export async function prepay(context: Context, { orderId }: OrderId) {
  const { db, shop, caller, nowMs } = context;
  const order = present(
    await findOrder(db, shop.shopId, caller.memberId, orderId),
    refuse('no_such_order'),
  );
  insist(whyNotPay(order, nowMs));
  const sheet = await openSheet(lineOf(context), {
    outTradeNo: order.number,
    description: shop.name,
    amountFen: order.dueFen,
    payerOpenid: caller.openid,
    // By the shop's clock, also where a demo moved it: a repeated prepay must say the very same.
    expiresAtMs: order.expiresAt,
  });
  if (sheet.outcome === 'open') return { payment: sheet.payment, expiresAt: order.expiresAt };
  if (sheet.outcome === 'unavailable') throw new Refused(refuse('pay_unavailable'));
  await askAndSettleOrder(context, order.number);
  throw new Refused(refuse('cannot_pay'));
}

/** Asks WeChat Pay about an order of mine whose notice did not come yet, and settles what it says. */
export async function checkPayment(context: Context, { orderId }: OrderId) {
  const { db, shop, caller } = context;
  const mine = async () =>
    present(await findOrder(db, shop.shopId, caller.memberId, orderId), refuse('no_such_order'));
  const order = await mine();
  if (order.state !== 'unpaid' && order.state !== 'closed')
    return { paid: order.paidAt !== null, state: order.state };
  await askAndSettleOrder(context, order.number);
  const after = await mine();
  return { paid: after.paidAt !== null, state: after.state };
}

/** Asks WeChat Pay about an order's number and settles what it says; answers whether it said anything. */
async function askAndSettleOrder(world: World, number: string): Promise<boolean> {
  return askAndSettle(lineOf(world), number, (transaction) => settlePayment(world, transaction));
}

/** Ends the payment of an order: see {@link endPayment}. */
export async function endOrderPayment(world: World, number: string): Promise<boolean> {
  return endPayment(lineOf(world), number, (transaction) => settlePayment(world, transaction));
}

function lineOf({ ports, log }: Pick<World, 'ports' | 'log'>) {
  return { pay: ports.pay, log };
}

/**
 * Settles what WeChat Pay says of a payment: amount, merchant, app and payer are checked against the order.
 * Money that cannot be believed is noted for people to look at. Never refuses for a business reason.
 */
export async function settlePayment(
  world: World,
  transaction: Transaction,
): Promise<Exclude<SettleOutcome, { outcome: 'doubt' }> | { outcome: 'doubt' | 'waiting' }> {
  const { ports, log } = world;
  const money = moneyIn(transaction);
  if (money === null) return { outcome: 'waiting' };
  const foreign = moneyDoubt(money, ports.payAccount);
  const settled = foreign === null ? await settle(world, money) : doubt(foreign);
  if (settled.outcome === 'doubt') {
    const { outTradeNo, transactionId, amountFen, mchid, appid } = money;
    const facts = { amountFen, mchid, appid };
    await noteDoubt(world, { number: outTradeNo, transactionId, problem: settled.problem, facts });
    return { outcome: 'doubt' };
  }
  log.info('pay.settled', { outcome: settled.outcome });
  return settled;
}

function doubt(problem: string) {
  return { outcome: 'doubt' as const, problem };
}

/** Amount and payer are checked against the order where it is locked, so that one statement does it all. */
function settle({ db, shop, nowMs }: World, money: Money): Promise<SettleOutcome> {
  const { outTradeNo, transactionId, amountFen, payerOpenid, successAtMs } = money;
  return settleMoney(db, {
    shopId: shop.shopId,
    number: outTradeNo,
    payerOpenid,
    transactionId,
    amountFen,
    paidAt: successAtMs ?? nowMs,
    nowMs,
    eventId: newId(),
    outboxId: newId(),
    refundId: newId(),
    refundNumber: `R${outTradeNo}${transactionId.slice(-6)}`,
    entryIds: [newId(), newId()],
  });
}
