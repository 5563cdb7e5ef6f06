import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { isFor } from '../rules/audience';
import type { Audience } from '../schema/scope';
import { findBuyer, type BuyerFacts } from '../store/find';

/** Who a member is to offers: level, tags, the store of her own guide, and whether she never bought. */
export async function buyerFacts(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  db: Queries<Tables>,
  memberId: string,
): Promise<BuyerFacts> {
  const boundAfterMs = nowMs - shop.settings.referral.bindingLivesMs;
  const nobody = { level: 0, tags: [], storeId: null, newBuyer: true };
  return (await findBuyer(db, shop.shopId, memberId, boundAfterMs)) ?? nobody;
}

/** Whether an offer is for a member. What is for everybody asks nothing of the database. */
export async function fitsMember(
  world: Pick<World, 'shop' | 'nowMs'>,
  db: Queries<Tables>,
  { audience, memberId }: { audience: Audience; memberId: string },
): Promise<boolean> {
  return isForAll(audience) || isFor(audience, await buyerFacts(world, db, memberId));
}

/** Whether an offer leaves nobody out. */
export function isForAll({ storeIds, levels, tags, newBuyers }: Audience): boolean {
  return storeIds.length + levels.length + tags.length === 0 && !newBuyers;
}
