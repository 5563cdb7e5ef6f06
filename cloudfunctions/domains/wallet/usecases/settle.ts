import { newId } from '../../../platform/ids';
import { announce } from '../../../platform/outbox';
import {
  askAndSettle,
  endPayment,
  moneyDoubt,
  moneyIn,
  type Money,
} from '../../../platform/wechat-pay/paid';
import type { Transaction } from '../../../platform/wechat-pay/transaction';
import type { Events, World } from '../../registry';
import { settleMoney } from '../store';

/**
 * Settles what WeChat Pay says of a recharge: amount, merchant, app and payer are checked against it. Money that
 * cannot be believed is announced, so that people look at it. Never refuses for a business reason.
 */
export async function settleRecharge(
  world: World,
  transaction: Transaction,
): Promise<{ outcome: 'paid' | 'again' | 'doubt' | 'waiting' }> {
  const money = moneyIn(transaction);
  if (money === null) return { outcome: 'waiting' };
  const foreign = moneyDoubt(money, world.ports.payAccount);
  if (foreign !== null) return doubt(world, money, foreign);
  const { db, shop, nowMs, log } = world;
  const { outTradeNo, transactionId, amountFen, payerOpenid, successAtMs } = money;
  const settled = await settleMoney(db, {
    shopId: shop.shopId,
    number: outTradeNo,
    payerOpenid,
    transactionId,
    amountFen,
    paidAt: successAtMs ?? nowMs,
    nowMs,
    outboxId: newId(),
  });
  if (settled.outcome === 'doubt') return doubt(world, money, settled.problem);
  log.info('wallet.settled', { outcome: settled.outcome });
  return settled;
}

/** Payments are a later room, which keeps doubts for people to look at: it hears of this one. */
async function doubt({ db, shop, nowMs }: World, money: Money, problem: string) {
  const { outTradeNo, transactionId, amountFen, mchid, appid } = money;
  const facts = { amountFen, mchid, appid };
  const payload: Events['wallet.doubted'] = { number: outTradeNo, transactionId, problem, facts };
  await announce(db, {
    shopId: shop.shopId,
    name: 'wallet.doubted',
    payload: { ...payload },
    nowMs,
  });
  return { outcome: 'doubt' as const };
}

/** Asks WeChat Pay about a recharge's number and settles what it says; answers whether it said anything. */
export async function askAndSettleRecharge(world: World, number: string): Promise<boolean> {
  return askAndSettle(lineOf(world), number, (transaction) => settleRecharge(world, transaction));
}

/** Ends the payment of a recharge: see {@link endPayment}. */
export async function endRechargePayment(world: World, number: string): Promise<boolean> {
  return endPayment(lineOf(world), number, (transaction) => settleRecharge(world, transaction));
}

function lineOf({ ports, log }: World) {
  return { pay: ports.pay, log };
}
