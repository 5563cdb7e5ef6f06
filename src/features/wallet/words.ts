import { yuanText } from '../../../cloudfunctions/kit/money';
import type { Output } from '../../cloud';

export type MyWallet = Output<'wallet.mine'>;
export type WalletEntry = Output<'wallet.entries'>['items'][number];
export type Recharge = Output<'wallet.checkPayment'>;

/** `+¥30` or `-¥12.50`. */
export function signedYuan(fen: number): string {
  return `${fen < 0 ? '-' : '+'}¥${yuanText(Math.abs(fen))}`;
}

/** Which purse an entry moved. */
export function purseName(purse: WalletEntry['purse']): string {
  return purse === 'principal' ? '本金' : '赠送';
}

/** What a recharge comes with. */
export function giftSay(giftFen: number): string {
  return giftFen === 0 ? '无赠送' : `送 ¥${yuanText(giftFen)}`;
}

/** How the payment of a recharge stands on the screen. */
export type RechargePhase = 'asking' | 'paid' | 'notPaid' | 'closed';

/** Waits before each further question, in ms: growing, since the answer mostly comes at once or late. */
const waitsMs: readonly number[] = [1_000, 2_000, 3_000, 5_000, 8_000, 13_000];

/** After this many answers without money the screen offers to pay again, and goes on asking quietly. */
const patience = 2;

/** What to show after the `asked`-th answer (from 1), and how long to wait before asking again; null: no more. */
export function afterCheck(
  state: Recharge['state'],
  asked: number,
): { phase: RechargePhase; waitMs: number | null } {
  if (state === 'paid') return { phase: 'paid', waitMs: null };
  const waitMs = waitsMs[asked - 1] ?? null;
  if (state === 'closed') return { phase: 'closed', waitMs };
  return { phase: asked < patience ? 'asking' : 'notPaid', waitMs };
}
