import { step } from '../../../kit/flow';
import type { Refusal } from '../../../kit/refusal';
import { dayOf } from '../../../kit/time';
import type { ShopSettings } from '../../settings';
import { rechargeFlow, type RechargeState } from '../flow';
import { refuse } from '../refusals';

type Plan = ShopSettings['wallet']['plans'][number];

/** What is paid and given by the plan of this amount; null when the shop has none. */
export function planOf(payFen: number, plans: readonly Plan[]): Plan | null {
  return plans.find((plan) => plan.payFen === payFen) ?? null;
}

/** A recharge's number: S, the day, and 14 digits of chance. WeChat Pay takes it as an out_trade_no. */
export function rechargeNumber(nowMs: number, offsetMinutes: number, digits: string): string {
  return `S${dayOf(nowMs, offsetMinutes).replaceAll('-', '')}${digits}`;
}

/** Whether a number of WeChat Pay's is a recharge's; orders' have digits only. */
export function isRechargeNumber(number: string): boolean {
  return number.startsWith('S');
}

interface Unpaid {
  state: RechargeState;
  expiresAt: number;
}

/** Why a recharge cannot be paid at `nowMs`, or null when it can. */
export function whyNotPay(recharge: Unpaid, nowMs: number): Refusal | null {
  const over = recharge.state !== 'unpaid' || recharge.expiresAt <= nowMs;
  return over ? refuse('cannot_pay') : null;
}

/** Whether an unpaid recharge's time is over at `nowMs`. */
export function isOverdue({ state, expiresAt }: Unpaid, nowMs: number): boolean {
  return step(rechargeFlow, state, 'expire') !== null && expiresAt <= nowMs;
}

/** What moved a member's stored value, in her words. */
export function movementText(moved: { from: string; to: string; purse: string }): string {
  if (moved.to === 'held') return '订单支付';
  if (moved.from === 'held') return '订单取消退回';
  if (moved.from === 'spent') return '订单退款退回';
  if (moved.from === 'shop') return moved.purse === 'gift' ? '储值赠送' : '储值到账';
  return '储值变动';
}
