import { pageOf, placeBehind } from '../../../kit/cursor';
import { Refused } from '../../../kit/refusal';
import { repeating } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Context } from '../../registry';
import type { ClaimCoupon, Coupon, ListMyCoupons } from '../schema';
import { countMine, listCouponRows } from '../store/coupons';
import { couponOf, giveCoupon, sourceText } from './give';

const pageSize = 20;

/** Takes a coupon that everybody may claim. With the key of before it gives the coupon of before. */
export async function claimMine(context: Context, { batchId, key }: ClaimCoupon): Promise<Coupon> {
  const { memberId } = context.caller;
  const wanted = { batchId, memberId, source: 'claim' as const, cause: key ?? newId() };
  // No transaction around it: the one statement that gives is one, and holds the batch's count the shortest.
  const given = await repeating(() => giveCoupon(context, context.db, wanted));
  if (given.outcome === 'not') throw new Refused(given.whyNot);
  return given.coupon;
}

/** My coupons: those that I can use now or later, those I used, or those that are over. */
export async function listMine(context: Context, { which, cursor }: ListMyCoupons) {
  const { db, shop, caller, nowMs } = context;
  const me = { shopId: shop.shopId, memberId: caller.memberId };
  const after = placeBehind(cursor);
  const [found, counts] = await Promise.all([
    listCouponRows(db, { ...me, which, nowMs, after, limit: pageSize + 1 }),
    countMine(db, me, nowMs, nowMs + shop.settings.remindBeforeMs),
  ]);
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: which === 'available' ? row.endsAt : row.givenAt,
    id: row.couponId,
  }));
  const items = rows.map((row) => ({
    ...couponOf(row, {
      ...row,
      state: row.state === 'available' && row.endsAt <= nowMs ? 'expired' : row.state,
    }),
    sourceSay: sourceText(row.source),
  }));
  return { items, next, nowMs, counts };
}
