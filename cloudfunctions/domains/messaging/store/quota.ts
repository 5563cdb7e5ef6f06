import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import type { QuotaCause } from '../tables';

type Db = Queries<Tables>;

/** A member's quota of one template. */
export interface QuotaOf {
  shopId: string;
  memberId: string;
  templateId: string;
}

/** More than anybody accepts: the phone's word is not taken beyond it. */
const mostLeft = 100;

interface Entry extends QuotaOf {
  change: number;
  cause: QuotaCause;
  causeId: string;
  madeAt: number;
}

/** Writes an entry unless its cause made one already; answers whether it was written. */
async function addEntry(tx: Db, entry: Entry): Promise<boolean> {
  const done = await tx
    .insertInto('messageQuotaEntries')
    .values({ entryId: newId(), ...entry })
    .onConflict((conflict) =>
      conflict.columns(['shopId', 'memberId', 'templateId', 'cause', 'causeId']).doNothing(),
    )
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Locks a quota and tells what is left; one that never was begins with none. */
async function lockLeft(tx: Db, quota: QuotaOf): Promise<number> {
  const { shopId, memberId, templateId } = quota;
  await tx
    .insertInto('messageQuotas')
    .values({ ...quota, leftCount: 0 })
    .onConflict((conflict) => conflict.columns(['shopId', 'memberId', 'templateId']).doNothing())
    .execute();
  const row = await tx
    .selectFrom('messageQuotas')
    .select('leftCount')
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('templateId', '=', templateId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.leftCount;
}

async function move(tx: Db, { shopId, memberId, templateId }: QuotaOf, change: number) {
  await tx
    .updateTable('messageQuotas')
    .set({ leftCount: sql<number>`left_count + ${change}` })
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('templateId', '=', templateId)
    .execute();
}

/** Notes what she answered about a template under the key of her answer, once; an accept is one message more. */
export async function noteAnswer(
  tx: Db,
  quota: QuotaOf,
  { accepts, key, nowMs }: { accepts: boolean; key: string; nowMs: number },
): Promise<void> {
  const left = await lockLeft(tx, quota);
  const change = accepts && left < mostLeft ? 1 : 0;
  const cause = accepts ? 'accept' : 'reject';
  const isNew = await addEntry(tx, { ...quota, change, cause, causeId: key, madeAt: nowMs });
  if (isNew && change > 0) await move(tx, quota, change);
}

/** How a quota stands for a message: locked, what is left, whether she ever accepted, and whether this message has its own already. */
export async function lockQuota(tx: Db, quota: QuotaOf, messageId: string) {
  const left = await lockLeft(tx, quota);
  const found = await tx
    .selectFrom('messageQuotaEntries')
    .select([
      sql<boolean>`coalesce(bool_or(cause = 'accept'), false)`.as('accepted'),
      sql<boolean>`coalesce(bool_or(cause = 'send' and cause_id = ${messageId}), false)`.as(
        'taken',
      ),
    ])
    .where('shopId', '=', quota.shopId)
    .where('memberId', '=', quota.memberId)
    .where('templateId', '=', quota.templateId)
    .executeTakeFirstOrThrow();
  return { left, accepted: found.accepted, taken: found.taken };
}

/** Takes one of a locked quota for a message, once per message. */
export async function spendQuota(tx: Db, quota: QuotaOf, messageId: string, nowMs: number) {
  const entry = { ...quota, change: -1, cause: 'send' as const, causeId: messageId, madeAt: nowMs };
  if (await addEntry(tx, entry)) await move(tx, quota, -1);
}

/** Gives back what was taken for a message that WeChat did not take, once. */
export async function returnQuota(tx: Db, quota: QuotaOf, messageId: string, nowMs: number) {
  await lockLeft(tx, quota);
  const entry = {
    ...quota,
    change: 1,
    cause: 'return' as const,
    causeId: messageId,
    madeAt: nowMs,
  };
  if (await addEntry(tx, entry)) await move(tx, quota, 1);
}

/** WeChat says that none is left: what the ledger still has goes. */
export async function zeroQuota(tx: Db, quota: QuotaOf, messageId: string, nowMs: number) {
  const left = await lockLeft(tx, quota);
  if (left === 0) return;
  const entry = {
    ...quota,
    change: -left,
    cause: 'zero' as const,
    causeId: messageId,
    madeAt: nowMs,
  };
  if (await addEntry(tx, entry)) await move(tx, quota, -left);
}

/** What is left of a member's templates, by template id. */
export async function listLeft(db: Db, shopId: string, memberId: string) {
  const rows = await db
    .selectFrom('messageQuotas')
    .select(['templateId', 'leftCount'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .limit(200)
    .execute();
  return new Map(rows.map((row) => [row.templateId, row.leftCount]));
}
