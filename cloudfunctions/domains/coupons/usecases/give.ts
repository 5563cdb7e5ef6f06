import type { Refusal } from '../../../kit/refusal';
import { dayOf } from '../../../kit/time';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { fitsMember } from '../../promotions/usecases/buyer';
import type { Tables, World } from '../../registry';
import { refuse } from '../refusals';
import type { Coupon, CouponState, Giving } from '../schema';
import { findBatch } from '../store/batches';
import { claimCoupon, findGiven } from '../store/coupons';

/** Where a coupon comes from, which way of giving that is, and what its holder reads of it. */
const sources = {
  claim: { by: 'claim', say: '自己领取' },
  code: { by: 'code', say: '兑换码' },
  targeted: { by: 'targeted', say: '店铺赠送' },
  packet: { by: 'packet', say: '好友分享' },
  points: { by: 'points', say: '积分兑换' },
  joined: { by: 'event', say: '新人礼' },
  paid: { by: 'event', say: '购物赠送' },
  level_up: { by: 'event', say: '升级礼' },
  streak: { by: 'event', say: '签到奖励' },
  birthday: { by: 'event', say: '生日礼' },
} as const satisfies Record<string, { by: Giving['by']; say: string }>;

export type Source = keyof typeof sources;

/** Which coupon, for whom, and why; the same member, source and cause are given once. */
export interface WantedCoupon {
  batchId: string;
  memberId: string;
  source: Source;
  cause: string;
  /** The packet that a piece is taken from, or the code that is used up, with it. */
  packetId?: string;
  code?: string;
}

/** A coupon, given now or for the same cause before, or why there is none. */
export type Given =
  { outcome: 'given' | 'already'; coupon: Coupon } | { outcome: 'not'; whyNot: Refusal };

type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

/**
 * Gives a member a coupon of a batch that is open, for her, and given in this way; its limits hold whoever asks
 * at the same time. Refuses nothing: a no is an answer, and leaves no row behind.
 */
export async function giveCoupon(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  wanted: WantedCoupon,
): Promise<Given> {
  const { shop, nowMs } = world;
  const { batchId, memberId, source } = wanted;
  const { shopId } = shop;
  const batch = await findBatch(tx, shopId, batchId);
  if (batch === undefined || batch.giving.by !== sources[source].by) return not('no_such_batch');
  if (!(await fitsMember(world, tx, { audience: batch.audience, memberId }))) {
    const before = await findGiven(tx, { shopId, ...wanted });
    return before === undefined
      ? not('not_for_you')
      : { outcome: 'already', coupon: couponOf(batch, before) };
  }
  const claimed = await claimCoupon(tx, {
    ...{ shopId, batchId, memberId, source, cause: wanted.cause, nowMs },
    ...{ packetId: wanted.packetId ?? null, code: wanted.code ?? null },
    ...{ couponId: newId(), stepId: newId() },
    day: dayOf(nowMs, shop.offsetMinutes),
    offsetMinutes: shop.offsetMinutes,
    remindBeforeMs: shop.settings.remindBeforeMs,
  });
  return claimed.outcome === 'not'
    ? not(claimed.code)
    : { outcome: claimed.outcome, coupon: couponOf(batch, claimed) };
}

function not(code: Parameters<typeof refuse>[0]): Given {
  return { outcome: 'not', whyNot: refuse(code) };
}

/** A coupon of a batch as quotes and screens read it. */
export function couponOf(
  {
    batchId,
    name,
    terms,
    thresholdFen,
    scope,
  }: Pick<Batch, 'batchId' | 'name' | 'terms' | 'thresholdFen' | 'scope'>,
  row: { couponId: string; state: CouponState; startsAt: number; endsAt: number },
): Coupon {
  const { couponId, state, startsAt, endsAt } = row;
  return { couponId, batchId, name, terms, thresholdFen, scope, state, startsAt, endsAt };
}

/** What a coupon's holder reads of where it came from. */
export function sourceText(source: string): string {
  return source in sources ? sources[source as Source].say : '店铺赠送';
}
