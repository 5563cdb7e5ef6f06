/** Where a refund stands here, and what WeChat last said against it. */
export interface Standing {
  state: 'wanted' | 'processing' | 'done' | 'failed';
  fault: string | null;
}

/** What WeChat Pay says of a refund. */
export type Said = 'SUCCESS' | 'PROCESSING' | 'ABNORMAL' | 'CLOSED';

/**
 * Where a refund stands after WeChat said something of it, or null when that changes nothing: answers come late,
 * twice and in any order. Money that is back stays back. A number that was closed is at its end, unless the money
 * went back after all; ABNORMAL is no end, since people can send the money on at WeChat's merchant site.
 */
export function afterSaid(now: Standing, said: Said): Standing | null {
  if (now.state === 'done') return null;
  if (said === 'SUCCESS') return { state: 'done', fault: null };
  if (now.state === 'failed' && now.fault === said) return null;
  if (now.state === 'failed' && now.fault === 'CLOSED') return null;
  if (said === 'PROCESSING') return { state: 'processing', fault: null };
  return { state: 'failed', fault: said };
}

/**
 * What people can do for a refund that is not back. By WeChat Pay's guide to refunds
 * (pay.weixin.qq.com/doc/v3/merchant/4013071031):
 * - CLOSED: the account was too empty for seven days. Nothing was paid back and nothing will be under this
 *   number; when there is money again, the refund is asked for `anew`, under a new number.
 * - ABNORMAL: the payer's card is void or frozen, and the money lies at WeChat until people send it on there. It
 *   has left the shop, so a new number would pay twice: the same number is only asked about (`look`).
 * - Anything else, NOT_ENOUGH too, was never taken or is under way: the same number is asked for `again`, which
 *   refunds once however often it is done.
 */
export function mendingOf({ state, fault }: Standing): 'again' | 'look' | 'anew' | null {
  if (state === 'done') return null;
  if (state !== 'failed') return 'again';
  return fault === 'CLOSED' ? 'anew' : 'look';
}

/** The number after `number` for the same refund: `R1-1`, `R1-1_2`, `R1-1_3`. */
export function numberAnew(number: string): string {
  const [, base = number, turn = '1'] = /^(.+?)(?:_(\d+))?$/.exec(number) ?? [];
  return `${base}_${Number(turn) + 1}`;
}
