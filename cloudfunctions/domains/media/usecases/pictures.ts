import { insist } from '../../../kit/refusal';
import type { World } from '../../registry';
import { refuse } from '../refusals';
import type { Picture } from '../schema';
import { findPictures } from '../store';

type Here = Pick<World, 'db' | 'shop'>;

/**
 * A member's own pictures, in the order that was asked for. Refuses when one is missing, another's or not
 * allowed, and does not tell which of them it is. `db` may be an open transaction.
 */
export async function ownPictures(
  { db, shop }: Here,
  memberId: string,
  pictureIds: readonly string[],
): Promise<Picture[]> {
  const rows = await findPictures(db, shop.shopId, pictureIds);
  const mine = new Map(
    rows
      .filter((row) => row.memberId === memberId && row.state !== 'refused')
      .map((row) => [row.pictureId, row]),
  );
  insist(pictureIds.every((id) => mine.has(id)) ? null : refuse('no_such_picture'));
  return inOrder(pictureIds, mine);
}

/** Pictures by id, in the order that was asked for, with their state: who shows them to others shows only those that passed. */
export async function picturesOf({ db, shop }: Here, pictureIds: readonly string[]) {
  const rows = await findPictures(db, shop.shopId, pictureIds);
  return inOrder(pictureIds, new Map(rows.map((row) => [row.pictureId, row])));
}

function inOrder(
  pictureIds: readonly string[],
  rows: ReadonlyMap<string, { pictureId: string; fileId: string; state: Picture['state'] }>,
): Picture[] {
  return pictureIds.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined
      ? []
      : [{ pictureId: row.pictureId, url: row.fileId, state: row.state }];
  });
}
