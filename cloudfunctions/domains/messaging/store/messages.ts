import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { MessagingTables } from '../tables';

type Db = Queries<Tables>;
type MessageRow = MessagingTables['messages'];

/** Writes a message unless its cause made one already; answers whether it was written. */
export async function addMessage(
  tx: Db,
  {
    data,
    ...row
  }: Omit<MessageRow, 'state' | 'reason' | 'templateId' | 'tries' | 'takenAt' | 'endedAt'>,
): Promise<boolean> {
  const done = await tx
    .insertInto('messages')
    .values({
      ...row,
      data: sql`${JSON.stringify(data)}::jsonb`,
      ...{ state: 'waiting', reason: null, templateId: null },
      ...{ tries: 0, takenAt: null, endedAt: null },
    })
    .onConflict((conflict) =>
      conflict.columns(['shopId', 'memberId', 'kind', 'causeId']).doNothing(),
    )
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The message that is due for longest and that nobody else works on, locked; those whose lease is over are among them. */
export async function lockDue(tx: Db, shopId: string, nowMs: number) {
  return tx
    .selectFrom('messages')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('state', 'in', ['waiting', 'sending'])
    .where('nextTryAt', '<=', nowMs)
    .orderBy('nextTryAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Locks a message that is still under way since it was taken for try number `tries`; undefined when others have it. */
export async function lockSending(
  tx: Db,
  { shopId, messageId, tries }: { shopId: string; messageId: string; tries: number },
) {
  return tx
    .selectFrom('messages')
    .select(['messageId', 'memberId', 'templateId'])
    .where('shopId', '=', shopId)
    .where('messageId', '=', messageId)
    .where('state', '=', 'sending')
    .where('tries', '=', tries)
    .forUpdate()
    .executeTakeFirst();
}

/** Saves where a message stands. */
export async function saveMessage(
  tx: Db,
  { shopId, messageId }: { shopId: string; messageId: string },
  change: Partial<
    Pick<
      MessageRow,
      'state' | 'reason' | 'templateId' | 'tries' | 'nextTryAt' | 'takenAt' | 'endedAt'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('messages')
    .set(change)
    .where('shopId', '=', shopId)
    .where('messageId', '=', messageId)
    .execute();
}

/** Lets every message that waits wait until `untilMs` at least. */
export async function postponeAll(tx: Db, shopId: string, untilMs: number): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ nextTryAt: untilMs })
    .where('shopId', '=', shopId)
    .where('state', '=', 'waiting')
    .where('nextTryAt', '<', untilMs)
    .execute();
}

/** How many other marketing messages went, or are going, to a member since two instants. */
export async function countMarketing(
  tx: Db,
  { shopId, memberId, messageId }: { shopId: string; memberId: string; messageId: string },
  { dayFrom, monthFrom }: { dayFrom: number; monthFrom: number },
) {
  const row = await tx
    .selectFrom('messages')
    .select([
      sql<number>`(count(*) filter (where taken_at >= ${dayFrom}))::int`.as('today'),
      sql<number>`count(*)::int`.as('month'),
    ])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('marketing', '=', true)
    .where('messageId', '!=', messageId)
    .where('state', 'in', ['waiting', 'sending', 'sent'])
    .where('takenAt', '>=', monthFrom)
    .executeTakeFirstOrThrow();
  return { wentToday: row.today, wentThisMonth: row.month };
}
