import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

interface Whose {
  shopId: string;
  memberId: string;
}

/** Whether a member wants no marketing. */
export async function findMarketingOff(db: Db, { shopId, memberId }: Whose): Promise<boolean> {
  const row = await db
    .selectFrom('messageMembers')
    .select('marketingOff')
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row?.marketingOff ?? false;
}

/** Saves whether a member wants no marketing. */
export async function saveMarketingOff(
  db: Db,
  whose: Whose,
  { marketingOff, nowMs }: { marketingOff: boolean; nowMs: number },
): Promise<void> {
  await db
    .insertInto('messageMembers')
    .values({ ...whose, marketingOff, savedAt: nowMs })
    .onConflict((conflict) =>
      conflict.columns(['shopId', 'memberId']).doUpdateSet({ marketingOff, savedAt: nowMs }),
    )
    .execute();
}

/** Locks what a member said of messages, so that messages to her are decided one after the other. */
export async function lockMember(tx: Db, whose: Whose, nowMs: number): Promise<boolean> {
  await tx
    .insertInto('messageMembers')
    .values({ ...whose, marketingOff: false, savedAt: nowMs })
    .onConflict((conflict) => conflict.columns(['shopId', 'memberId']).doNothing())
    .execute();
  const row = await tx
    .selectFrom('messageMembers')
    .select('marketingOff')
    .where('shopId', '=', whose.shopId)
    .where('memberId', '=', whose.memberId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.marketingOff;
}
