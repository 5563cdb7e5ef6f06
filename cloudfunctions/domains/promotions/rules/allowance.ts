import type { Standing } from '../schema/promotion';

/** Why an activity lets nobody have so many pieces, and how many it would still give. */
export interface OverAllowance {
  code: 'used_up' | 'limit_reached';
  most: number;
  say: string;
}

/**
 * Why `quantity` pieces of a SKU cannot all be had at an activity's price, or null when they can. `taken`
 * pieces of the activity are in this cart already: a member's limit counts over all its goods, and a budget
 * counts what one piece takes off (`offFen`).
 */
export function overAllowance(
  standing: Standing,
  { skuId, quantity, offFen }: { skuId: string; quantity: number; offFen: number },
  taken: { pieces: number; fen: number },
): OverAllowance | null {
  const left = Math.max(0, standing.pieces[skuId] ?? 0);
  const mine = Math.max(0, (standing.memberPieces ?? Infinity) - taken.pieces);
  const paid =
    offFen <= 0 ? Infinity : Math.floor(((standing.leftFen ?? Infinity) - taken.fen) / offFen);
  const most = Math.max(0, Math.min(left, mine, paid));
  if (quantity <= most) return null;
  if (mine <= most)
    return { code: 'limit_reached', most, say: `每人还可买 ${most} 件，超出限购按日常价` };
  const say = most === 0 ? '活动商品已抢完，按日常价' : `活动仅剩 ${most} 件，超出按日常价`;
  return { code: 'used_up', most, say };
}
