import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import { listTags } from '../store';

/** The marks that people of the shop gave a member, in the order of their text. */
export async function tagsOf(db: Queries<Tables>, shopId: string, memberId: string) {
  return (await listTags(db, shopId, memberId)).map(({ tag }) => tag);
}
