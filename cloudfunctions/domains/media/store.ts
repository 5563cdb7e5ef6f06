import { sql } from 'kysely';
import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';
import type { MediaTables } from './tables';

type Db = Queries<Tables>;
type PictureRow = MediaTables['pictures'];

/** A picture by its file. */
export async function findByFile(db: Db, shopId: string, fileId: string) {
  return db
    .selectFrom('pictures')
    .select(['pictureId', 'memberId', 'fileId', 'state'])
    .where('shopId', '=', shopId)
    .where('fileId', '=', fileId)
    .executeTakeFirst();
}

/** Writes a picture unless its file made one already; answers whether it was written. */
export async function addPictureRow(db: Db, row: PictureRow): Promise<boolean> {
  const done = await db
    .insertInto('pictures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'fileId']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Counts one more picture of a member's day, `most` at most; answers whether there was room. */
export async function takePlace(
  db: Db,
  { shopId, memberId, day }: { shopId: string; memberId: string; day: string },
  most: number,
): Promise<boolean> {
  const done = await db
    .insertInto('pictureDays')
    .values({ shopId, memberId, day, pictures: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['shopId', 'memberId', 'day'])
        .doUpdateSet({ pictures: sql<number>`picture_days.pictures + 1` })
        .where('pictureDays.pictures', '<', most),
    )
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Pictures by id, in no order. */
export async function findPictures(db: Db, shopId: string, pictureIds: readonly string[]) {
  if (pictureIds.length === 0) return [];
  return db
    .selectFrom('pictures')
    .select(['pictureId', 'memberId', 'fileId', 'state'])
    .where('shopId', '=', shopId)
    .where('pictureId', 'in', [...pictureIds])
    .execute();
}

/**
 * Takes up to `most` pictures whose check is to be asked for, and puts their next time to `againAt`: two workers
 * take different ones, and one that dies leaves hers to be taken then.
 */
export async function takeToCheck(
  db: Db,
  {
    shopId,
    nowMs,
    againAt,
    most,
  }: { shopId: string; nowMs: number; againAt: number; most: number },
) {
  const due = db
    .selectFrom('pictures')
    .select('pictureId')
    .where('shopId', '=', shopId)
    .where('state', '=', 'waiting')
    .where('nextTryAt', '<=', nowMs)
    .orderBy('nextTryAt')
    .limit(most)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('pictures')
    .set({ nextTryAt: againAt, tries: sql<number>`tries + 1` })
    .where('shopId', '=', shopId)
    .where('pictureId', 'in', due)
    .returning(['pictureId', 'memberId', 'fileId', 'tries'])
    .execute();
}

/** Notes when a check is asked for again, and under which id its verdict will come. */
export async function saveAsked(
  db: Db,
  { shopId, pictureId }: { shopId: string; pictureId: string },
  asked: { traceId?: string; nextTryAt: number },
): Promise<void> {
  await db
    .updateTable('pictures')
    .set(asked)
    .where('shopId', '=', shopId)
    .where('pictureId', '=', pictureId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Writes the verdict of the check that was asked for last; a verdict that came before stays. */
export async function saveVerdict(
  db: Db,
  { shopId, traceId }: { shopId: string; traceId: string },
  change: Pick<PictureRow, 'state' | 'checkedAt'> | Pick<PictureRow, 'nextTryAt'>,
): Promise<boolean> {
  const done = await db
    .updateTable('pictures')
    .set(change)
    .where('shopId', '=', shopId)
    .where('traceId', '=', traceId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
