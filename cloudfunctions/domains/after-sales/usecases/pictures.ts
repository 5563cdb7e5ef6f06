import { insist } from '../../../kit/refusal';
import type { World } from '../../registry';
import { refuse } from '../refusals';

/**
 * Refuses pictures that a member may not put into an after-sale. Here the media room joins: until pictures can be
 * uploaded, nobody has one.
 */
export async function insistOwnPictures(
  _world: World,
  _memberId: string,
  pictureIds: readonly string[],
): Promise<void> {
  await Promise.resolve();
  insist(pictureIds.length === 0 ? null : refuse('no_such_picture'));
}

/** Where pictures of an after-sale lie. Here the media room joins as well. */
export async function picturesOfSale(
  _world: Pick<World, 'db' | 'shop'>,
  pictureIds: readonly string[],
): Promise<{ pictureId: string; url: string }[]> {
  await Promise.resolve();
  return pictureIds.map((pictureId) => ({ pictureId, url: '' }));
}
