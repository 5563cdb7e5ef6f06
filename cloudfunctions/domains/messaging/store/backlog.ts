import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

/** How many messages wait, and since when the oldest does. */
export async function countWaiting(db: Db, shopId: string) {
  return db
    .selectFrom('messages')
    .select((select) => [
      sql<number>`count(*)::int`.as('waiting'),
      select.fn.min('madeAt').as('oldestAt'),
    ])
    .where('shopId', '=', shopId)
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirstOrThrow();
}

/** What became of the messages that ended since `fromMs`, by kind and reason. */
export async function listEnded(db: Db, shopId: string, fromMs: number) {
  return db
    .selectFrom('messages')
    .select(['state', 'kind', 'reason', sql<number>`count(*)::int`.as('times')])
    .where('shopId', '=', shopId)
    .where('endedAt', '>=', fromMs)
    .groupBy(['state', 'kind', 'reason'])
    .orderBy(sql`count(*)`, 'desc')
    .limit(200)
    .execute();
}
