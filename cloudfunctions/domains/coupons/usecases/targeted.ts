import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { membersById } from '../../members/usecases/by-id';
import { once } from '../../members/usecases/once';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import type { GiveCoupons, GivenCoupons } from '../schema';
import { findBatch } from '../store/batches';
import { giveCoupon } from './give';
import { tellOfCoupons } from './tell';

/**
 * Gives a coupon of a targeted batch to each of these members, or says why not; once per key. Each is given in
 * a transaction of her own: one who cannot have it keeps it from nobody else.
 */
export async function giveToMembers(
  context: StaffContext,
  { key, batchId, memberIds }: GiveCoupons,
): Promise<GivenCoupons> {
  const { db, shop } = context;
  const body = { batchId, memberIds };
  const batch = await transact(db, async (tx) => {
    await once(context, tx, { key, deed: 'coupons.give', body });
    const found = present(await findBatch(tx, shop.shopId, batchId), refuse('no_such_batch'));
    insist(found.giving.by === 'targeted' ? null : refuse('given_otherwise'));
    return found;
  });
  const known = await membersById(context, memberIds);
  const items: GivenCoupons['items'] = [];
  for (const memberId of memberIds) {
    const whyNot = known.has(memberId)
      ? await giveOne(context, { batchId, memberId, cause: key, name: batch.name })
      : refuse('no_such_member');
    items.push({
      memberId,
      whyNot: whyNot === null ? null : { code: whyNot.code, say: whyNot.say },
    });
  }
  return { items };
}

async function giveOne(
  context: StaffContext,
  { name, ...wanted }: { batchId: string; memberId: string; cause: string; name: string },
) {
  return transact(context.db, async (tx) => {
    const given = await giveCoupon(context, tx, { ...wanted, source: 'targeted' });
    if (given.outcome === 'not') return given.whyNot;
    const { memberId } = wanted;
    if (given.outcome === 'given') await tellOfCoupons(context, tx, { memberId, names: [name] });
    return null;
  });
}
