import { insist, present, Refused } from '../../../kit/refusal';
import { hour } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { newReadableCode } from '../../../platform/ids';
import { once } from '../../members/usecases/once';
import type { Context, StaffContext, Tx } from '../../registry';
import { refuse } from '../refusals';
import type { Coupon, MakeCodes, RedeemCode } from '../schema';
import { findBatch } from '../store/batches';
import { addCodes, addTry, countCodes, findCode, listLot, lockTries } from '../store/codes';
import { giveCoupon } from './give';

const codeLength = 12;
const mostTries = 10;

/** Makes codes of a batch that is given by code; they are shown to this key only. Refuses more codes than coupons. */
export async function makeCodes(context: StaffContext, { key, batchId, count }: MakeCodes) {
  const { shop, nowMs } = context;
  const { shopId } = shop;
  return transact(context.db, async (tx) => {
    const lot = await once(context, tx, {
      key,
      deed: 'coupons.makeCodes',
      body: { batchId, count },
    });
    if (lot.again) return { codes: await listLot(tx, shopId, lot.id) };
    const batch = present(await findBatch(tx, shopId, batchId), refuse('no_such_batch'));
    insist(batch.giving.by === 'code' ? null : refuse('given_otherwise'));
    insist(batch.stoppedAt === null ? null : refuse('stopped'));
    insist(batch.closesAt > nowMs ? null : refuse('over'));
    const made = await countCodes(tx, shopId, batchId);
    insist(made + count > batch.total ? refuse('too_many_codes', { made }) : null);
    const codes = Array.from({ length: count }, () => newReadableCode(codeLength));
    await addCodes(tx, { shopId, batchId, lotId: lot.id, madeAt: nowMs }, codes);
    return { codes: await listLot(tx, shopId, lot.id) };
  });
}

/**
 * The coupon that a code is for; mine again when it was I who used the code. Codes of nothing and codes that
 * others used are refused alike, and ten of them in an hour are all.
 */
export async function redeemCode(context: Context, { code }: RedeemCode): Promise<Coupon> {
  const { shop, caller, nowMs } = context;
  const me = { shopId: shop.shopId, memberId: caller.memberId };
  const coupon = await transact(context.db, async (tx) => {
    const tries = await lockTries(tx, me, nowMs - hour);
    insist(tries >= mostTries ? refuse('too_many_tries') : null);
    const redeemed = await redeem(context, tx, code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    // A wrong code is an answer here and a refusal outside, so that its count is kept.
    if (redeemed === null) await addTry(tx, me, nowMs);
    return redeemed;
  });
  return present(coupon, refuse('wrong_code'));
}

/** The coupon of a code, or null when the code is of no use to her. Refuses what the batch refuses. */
async function redeem(context: Context, tx: Tx, code: string): Promise<Coupon | null> {
  const { shop, caller } = context;
  const found = await findCode(tx, shop.shopId, code);
  if (found === undefined) return null;
  if (found.couponId !== null && found.memberId !== caller.memberId) return null;
  const given = await giveCoupon(context, tx, {
    batchId: found.batchId,
    memberId: caller.memberId,
    source: 'code',
    cause: code,
    code,
  });
  if (given.outcome !== 'not') return given.coupon;
  if (given.whyNot.code === 'wrong_code') return null;
  throw new Refused(given.whyNot);
}
