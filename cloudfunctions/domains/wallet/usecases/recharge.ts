import type { z } from 'zod';
import { insist, present, Refused } from '../../../kit/refusal';
import { minute } from '../../../kit/time';
import { newDigits, newId } from '../../../platform/ids';
import { openSheet } from '../../../platform/wechat-pay/paid';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { planOf, rechargeNumber, whyNotPay } from '../rules/recharge';
import type { Prepaid, RechargeId, Recharge, RechargePayment, StartRecharge } from '../schema';
import { addRecharge, findRecharge } from '../store';
import type { WalletTables } from '../tables';
import { askAndSettleRecharge } from './settle';

const rechargeLivesMs = 15 * minute;

/**
 * Starts a recharge by one of the shop's plans, whose gift is promised from then on. The same key with the same
 * amount gives the recharge of before.
 */
export async function startRecharge(
  { db, shop, caller, nowMs }: Context,
  { key, payFen }: StartRecharge,
): Promise<z.input<typeof Recharge>> {
  const plan = present(planOf(payFen, shop.settings.wallet.plans), refuse('no_such_plan'));
  const recharge = await addRecharge(db, {
    shopId: shop.shopId,
    rechargeId: newId(),
    number: rechargeNumber(nowMs, shop.offsetMinutes, newDigits(14)),
    memberId: caller.memberId,
    principalFen: plan.payFen,
    giftFen: plan.giftFen,
    state: 'unpaid',
    transactionId: null,
    key,
    madeAt: nowMs,
    expiresAt: nowMs + rechargeLivesMs,
    paidAt: null,
  });
  insist(recharge.principalFen === payFen ? null : refuse('key_reused'));
  return viewOf(recharge);
}

/** What the phone needs to open the pay sheet for a recharge of mine. */
export async function prepayRecharge(
  context: Context,
  { rechargeId }: RechargeId,
): Promise<z.input<typeof Prepaid>> {
  const { shop, caller, nowMs, ports, log } = context;
  const recharge = await mine(context, rechargeId);
  insist(whyNotPay(recharge, nowMs));
  const { number, principalFen, expiresAt } = recharge;
  const sheet = await openSheet(
    { pay: ports.pay, log },
    {
      outTradeNo: number,
      description: `${shop.name}储值`,
      amountFen: principalFen,
      payerOpenid: caller.openid,
      expiresAtMs: expiresAt,
    },
  );
  if (sheet.outcome === 'open') return { payment: sheet.payment, expiresAt };
  if (sheet.outcome === 'unavailable') throw new Refused(refuse('pay_unavailable'));
  await askAndSettleRecharge(context, number);
  throw new Refused(refuse('cannot_pay'));
}

/** Asks WeChat Pay about a recharge of mine whose notice did not come yet, and settles what it says. */
export async function checkRecharge(
  context: Context,
  { rechargeId }: RechargeId,
): Promise<z.input<typeof RechargePayment>> {
  const recharge = await mine(context, rechargeId);
  if (recharge.state !== 'paid') await askAndSettleRecharge(context, recharge.number);
  const after = recharge.state === 'paid' ? recharge : await mine(context, rechargeId);
  return { ...viewOf(after), paid: after.state === 'paid' };
}

function viewOf({
  rechargeId,
  number,
  principalFen,
  giftFen,
  state,
}: WalletTables['recharges']): z.input<typeof Recharge> {
  return { rechargeId, number, payFen: principalFen, giftFen, state };
}

async function mine({ db, shop, caller }: Context, rechargeId: string) {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  return present(await findRecharge(db, whose, rechargeId), refuse('no_such_recharge'));
}
