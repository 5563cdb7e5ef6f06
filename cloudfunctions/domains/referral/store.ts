import { sql, type Insertable } from 'kysely';
import type { Place } from '../../kit/cursor';
import type { Queries } from '../../platform/database';
import { newId } from '../../platform/ids';
import type { Tables } from '../registry';
import type { ReferralTables } from './tables';

type Db = Queries<Tables>;

/** A share with the guide whose card it is; `guideLeftAt` tells that she does not work here any more. */
export async function findShare(db: Db, shopId: string, shareId: string) {
  return db
    .selectFrom('shares as h')
    .leftJoin('staff as g', (join) =>
      join.onRef('g.shopId', '=', 'h.shopId').onRef('g.staffId', '=', 'h.guideId'),
    )
    .select([
      'h.shareId',
      'h.sharerId',
      'h.guideId',
      'h.storeId',
      'h.channel',
      'h.targetKind',
      'h.targetId',
      'g.leftAt as guideLeftAt',
    ])
    .where('h.shopId', '=', shopId)
    .where('h.shareId', '=', shareId)
    .executeTakeFirst();
}

/** Adds a share, or finds the one of before for the same sharer, channel, target and parent; its id. */
export async function addShare(db: Db, row: ReferralTables['shares']): Promise<string> {
  const kept = await db
    .insertInto('shares')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['shopId', 'sharerId', 'channel', 'targetKind', 'targetId', 'parentId'])
        .doUpdateSet({ guideId: row.guideId, storeId: row.storeId }),
    )
    .returning('shareId')
    .executeTakeFirstOrThrow();
  return kept.shareId;
}

/** Adds one recorded entry. */
export async function addTouch(db: Db, row: Insertable<ReferralTables['touches']>): Promise<void> {
  await db.insertInto('touches').values(row).execute();
}

/** Joins a visitor to a member for good; a visitor who was joined before stays with that member. */
export async function addVisitorJoin(db: Db, row: ReferralTables['visitorJoins']): Promise<void> {
  await db
    .insertInto('visitorJoins')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How the cards of working guides that a member opened are narrowed: a stretch of time, and one guide. */
export interface TouchFilter {
  shopId: string;
  memberId: string;
  fromMs: number;
  toMs: number;
  guideId?: string;
}

/** A guide's card that was opened, with her store and rate of today, as `guide_touches` finds it. */
interface GuideTouchRow {
  touchId: string;
  guideId: string;
  storeId: string;
  rateBp: number;
  shareId: string | null;
  touchedAt: number;
}

/** A member's touches of guides' cards, as herself and as the visitor she was, newest first, at most 20. */
export async function findGuideTouches(db: Db, filter: TouchFilter) {
  const { shopId, memberId, fromMs, toMs, guideId = null } = filter;
  const { rows } = await sql<GuideTouchRow>`
    select * from guide_touches(${shopId}, ${memberId}, ${fromMs}, ${toMs}, ${guideId})`.execute(
    db,
  );
  return rows;
}

/** The first guide's card that a visitor ever opened, of guides who still work here. */
export async function findFirstVisitorTouch(db: Db, shopId: string, visitorId: string) {
  return db
    .selectFrom('touches as t')
    .innerJoin('staff as g', (join) =>
      join
        .onRef('g.shopId', '=', 't.shopId')
        .onRef('g.staffId', '=', 't.guideId')
        .on('g.leftAt', 'is', null),
    )
    .select(['t.touchId', 'g.staffId as guideId', 'g.storeId'])
    .where('t.shopId', '=', shopId)
    .where('t.visitorId', '=', visitorId)
    .where('t.memberId', 'is', null)
    .orderBy('t.touchedAt')
    .orderBy('t.touchId')
    .limit(1)
    .executeTakeFirst();
}

/** A binding as `binding_of` finds it; store and rate are null when the guide left. */
interface BindingRow {
  turn: number;
  guideId: string;
  boundAt: number;
  storeId: string | null;
  rateBp: number | null;
}

/** A member's binding as it stands, with the guide's store and rate of today. */
export async function findBinding(db: Db, shopId: string, memberId: string) {
  const { rows } = await sql<BindingRow>`select * from binding_of(${shopId}, ${memberId})`.execute(
    db,
  );
  return rows[0];
}

/** Adds a change of binding; when another change took the same turn meanwhile, that one stays. */
export async function addBinding(db: Db, row: ReferralTables['bindings']): Promise<void> {
  await db
    .insertInto('bindings')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who came by a guide's cards, newest first, from a place on. */
export async function listGuideTouches(
  db: Db,
  guide: { shopId: string; guideId: string },
  after: Place | undefined,
  limit: number,
) {
  return db
    .selectFrom('touches as t')
    .innerJoin('shares as h', (join) =>
      join.onRef('h.shopId', '=', 't.shopId').onRef('h.shareId', '=', 't.shareId'),
    )
    .leftJoin('visitorJoins as j', (join) =>
      join.onRef('j.shopId', '=', 't.shopId').onRef('j.visitorId', '=', 't.visitorId'),
    )
    .select([
      't.touchId',
      't.touchedAt',
      't.scene',
      't.channel',
      'h.shareId',
      'h.sharerId',
      'h.targetId',
    ])
    .select(sql<string | null>`coalesce(t.member_id, j.member_id)`.as('memberId'))
    .where('t.shopId', '=', guide.shopId)
    .where('t.guideId', '=', guide.guideId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(t.touched_at, t.touch_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('t.touchedAt', 'desc')
    .orderBy('t.touchId', 'desc')
    .limit(limit)
    .execute();
}

/** A guide's entries made in a stretch of time, newest first, one for each order, from a place on. */
export async function listEarnings(
  db: Db,
  filter: { shopId: string; guideId: string; fromMs: number; toMs: number },
  after: Place | undefined,
  limit: number,
) {
  return db
    .selectFrom('commissionEntries')
    .select(['entryId', 'orderId', 'part', 'baseFen', 'amountFen', 'madeAt'])
    .where('shopId', '=', filter.shopId)
    .where('guideId', '=', filter.guideId)
    .where('cause', '=', 'paid')
    .where('madeAt', '>=', filter.fromMs)
    .where('madeAt', '<', filter.toMs)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(made_at, entry_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('entryId', 'desc')
    .limit(limit)
    .execute();
}

/** What is pending of an order's commission, for each guide and part. */
export async function sumPending(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('commissionEntries')
    .select(['guideId', 'part'])
    .select(sql<number>`sum(base_fen)::bigint`.as('baseFen'))
    .select(sql<number>`sum(amount_fen)::bigint`.as('amountFen'))
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('state', '=', 'pending')
    .groupBy(['guideId', 'part'])
    .execute();
}

type EntryRow = Pick<
  ReferralTables['commissionEntries'],
  'guideId' | 'part' | 'cause' | 'state' | 'baseFen' | 'amountFen'
>;

/** Adds entries of an order's commission; a cause that a part has already is not added again. */
export async function addEntries(
  db: Db,
  { shopId, orderId, nowMs }: { shopId: string; orderId: string; nowMs: number },
  rows: readonly EntryRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({ shopId, entryId: newId(), orderId, madeAt: nowMs, ...row }));
  await db
    .insertInto('commissionEntries')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['shopId', 'orderId', 'guideId', 'part', 'cause']).doNothing(),
    )
    .execute();
}
