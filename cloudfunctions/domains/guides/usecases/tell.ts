import type { Queries } from '../../../platform/database';
import { tellMember } from '../../members/usecases/profile';
import type { Tables, World } from '../../registry';
import { listPosts } from '../store';

/** Whom of the staff something concerns: one of them, or the managers of a store, of all stores when it is null. */
export type StaffWanted = { staffId: string } | { managersOf: string | null };

/** Tells people who work here today something; it waits on their pages, the same `cause` once. Answers whom it concerns. */
export async function tellStaff(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  wanted: StaffWanted,
  notice: { kind: string; title: string; body: string; orderId: string | null; cause?: string },
): Promise<number> {
  const posts = await listPosts(tx, world.shop.shopId, wanted);
  for (const { memberId } of posts) await tellMember(world, tx, { memberId, ...notice });
  return posts.length;
}
