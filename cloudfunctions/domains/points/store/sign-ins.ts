import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PointsTables } from '../tables';
import type { Whose } from './accounts';

type Db = Queries<Tables>;

/** The latest day on which a member signed in. */
export async function findLastSignIn(db: Db, { shopId, memberId }: Whose) {
  return db
    .selectFrom('signIns')
    .select(['day', 'streak', 'points'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Writes down a sign-in; a second one on the same day is a defect. */
export async function addSignIn(db: Db, row: PointsTables['signIns']): Promise<void> {
  await db.insertInto('signIns').values(row).execute();
}

/** The days of a member's sign-ins from one day on and before another. */
export async function listSignIns(
  db: Db,
  { shopId, memberId }: Whose,
  { from, until }: { from: string; until: string },
) {
  return db
    .selectFrom('signIns')
    .select(['day', 'points'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('day', '>=', from)
    .where('day', '<', until)
    .orderBy('day')
    .limit(31)
    .execute();
}
