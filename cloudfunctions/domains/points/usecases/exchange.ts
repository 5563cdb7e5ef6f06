import type { z } from 'zod';
import { present, Refused } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { giveCoupon } from '../../coupons/usecases/give';
import { offersOf } from '../../coupons/usecases/offered';
import { pointsPrice } from '../../coupons/usecases/price';
import { once } from '../../members/usecases/once';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import type { ExchangeCoupon, ExchangedCoupon, PointsShop } from '../schema';
import { listExchangeGoods } from '../store/goods';
import { payPoints, settleEnded } from '../store/ledger';
import { accountOf } from './account';

const mostGoods = 200;

/** What I can have for points: coupons, and goods of the 积分兑换 that run. */
export async function showShop(context: Context): Promise<z.input<typeof PointsShop>> {
  const { db, shop, caller, nowMs } = context;
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const [account, coupons, goods] = await Promise.all([
    accountOf(context, db, caller.memberId),
    offersOf(context, { by: 'points', memberId: caller.memberId }),
    listExchangeGoods(db, whose, nowMs, mostGoods),
  ]);
  return {
    points: account.points,
    coupons,
    goods: goods.map(({ specValues, ...good }) => ({ ...good, specText: specValues.join(' · ') })),
  };
}

/**
 * A coupon for points, once per key: the coupon is given and its points are gone, or neither. My points are locked
 * first, so two phones that have points for one coupon get one.
 */
export async function exchangeCoupon(
  context: Context,
  { key, batchId }: ExchangeCoupon,
): Promise<z.input<typeof ExchangedCoupon>> {
  const { db, shop, caller, nowMs } = context;
  const { memberId } = caller;
  const whose = { shopId: shop.shopId, memberId };
  return transact(db, async (tx) => {
    await settleEnded(tx, whose, nowMs);
    const deed = { key, deed: 'points.exchangeCoupon', body: { batchId } };
    const { id: cause } = await once(context, tx, deed);
    const given = await giveCoupon(context, tx, { batchId, memberId, source: 'points', cause });
    if (given.outcome === 'not') throw new Refused(given.whyNot);
    const points = present(await pointsPrice(context, tx, batchId), refuse('not_for_points'));
    if (given.outcome === 'given') {
      const paid = await payPoints(tx, whose, { points, cause: 'exchange', causeId: cause, nowMs });
      if (!paid) throw new Refused(refuse('too_few_points'));
    }
    return { couponId: given.coupon.couponId, points };
  });
}
