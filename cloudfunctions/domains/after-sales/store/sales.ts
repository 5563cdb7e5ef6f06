import { sql, type Updateable } from 'kysely';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import { claimingStates, endedStates } from '../flow';
import type { AfterSaleTables } from '../tables';

type Db = Queries<Tables>;
type Row = AfterSaleTables['afterSales'];

/** Which after-sale. */
interface Which {
  shopId: string;
  afterSaleId: string;
}

/** A line of a new after-sale. */
export type NewLine = Pick<
  AfterSaleTables['afterSaleLines'],
  'line' | 'quantity' | 'unsent' | 'toSkuId' | 'toSpecText'
>;

/** Writes an after-sale with its lines. */
export async function addAfterSale(db: Db, row: Row, lines: readonly NewLine[]): Promise<void> {
  const { shopId, afterSaleId, orderId } = row;
  await db
    .insertInto('afterSales')
    .values({ ...row, back: sql`${JSON.stringify(row.back)}::jsonb` })
    .execute();
  await db
    .insertInto('afterSaleLines')
    .values(lines.map((line) => ({ shopId, afterSaleId, orderId, ...line })))
    .execute();
}

/** Locks an after-sale, behind its order in the order of locks, and answers it with its lines. */
export async function lockAfterSale(db: Db, shopId: string, afterSaleId: string) {
  const sale = await findAfterSale(db, shopId, afterSaleId, true);
  if (sale === undefined) return null;
  return { sale, lines: await listSaleLines(db, shopId, [afterSaleId]) };
}

/** An after-sale under its lock. */
export type LockedSale = NonNullable<Awaited<ReturnType<typeof lockAfterSale>>>;

/** One after-sale; whose it is never changes, so that may be read without the `lock`. */
export async function findAfterSale(db: Db, shopId: string, afterSaleId: string, lock = false) {
  return db
    .selectFrom('afterSales')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('afterSaleId', '=', afterSaleId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The after-sale that a refund of the payments room belongs to; undefined for other refunds. */
export async function findByRefund(db: Db, shopId: string, refundId: string) {
  return db
    .selectFrom('afterSales')
    .select(['afterSaleId'])
    .where('shopId', '=', shopId)
    .where('wechatRefundId', '=', refundId)
    .executeTakeFirst();
}

/** The lines of after-sales, in their order. */
export async function listSaleLines(db: Db, shopId: string, afterSaleIds: readonly string[]) {
  if (afterSaleIds.length === 0) return [];
  return db
    .selectFrom('afterSaleLines')
    .select(['afterSaleId', 'line', 'quantity', 'unsent', 'toSkuId', 'toSpecText'])
    .where('shopId', '=', shopId)
    .where('afterSaleId', 'in', [...afterSaleIds])
    .orderBy('afterSaleId')
    .orderBy('line')
    .execute();
}

/** Changes an after-sale that is locked. */
export async function saveAfterSale(
  db: Db,
  { shopId, afterSaleId }: Which,
  { back, ...changes }: Updateable<Row>,
): Promise<void> {
  const kept = back === undefined ? {} : { back: sql<never>`${JSON.stringify(back)}::jsonb` };
  await db
    .updateTable('afterSales')
    .set({ ...changes, ...kept })
    .where('shopId', '=', shopId)
    .where('afterSaleId', '=', afterSaleId)
    .execute();
}

/** How many units of a line had not been sent when the after-sale was asked, after it is asked again. */
export async function saveUnsent(
  db: Db,
  { shopId, afterSaleId }: Which,
  lines: readonly { line: number; unsent: number }[],
): Promise<void> {
  for (const { line, unsent } of lines)
    await db
      .updateTable('afterSaleLines')
      .set({ unsent })
      .where('shopId', '=', shopId)
      .where('afterSaleId', '=', afterSaleId)
      .where('line', '=', line)
      .execute();
}

/** Records a step or a note of an after-sale. */
export async function addSaleEvent(
  db: Db,
  event: Omit<AfterSaleTables['afterSaleEvents'], 'eventId'>,
): Promise<void> {
  await db
    .insertInto('afterSaleEvents')
    .values({ ...event, eventId: newId() })
    .execute();
}

/** What happened to an after-sale, in time. */
export async function listSaleEvents(db: Db, shopId: string, afterSaleId: string) {
  return db
    .selectFrom('afterSaleEvents')
    .select(['step', 'actor', 'reason', 'happenedAt'])
    .where('shopId', '=', shopId)
    .where('afterSaleId', '=', afterSaleId)
    .orderBy('happenedAt')
    .orderBy('eventId')
    .limit(200)
    .execute();
}

/** What open after-sales of an order are about, and how many it has had; read under the order's lock to decide. */
export async function findClaimed(db: Db, shopId: string, orderId: string) {
  const claimed = await db
    .selectFrom('afterSaleLines as l')
    .innerJoin('afterSales as a', (join) =>
      join.onRef('a.shopId', '=', 'l.shopId').onRef('a.afterSaleId', '=', 'l.afterSaleId'),
    )
    .select(['l.line', 'l.quantity', 'l.unsent'])
    .where('a.shopId', '=', shopId)
    .where('a.orderId', '=', orderId)
    .where('a.state', 'in', [...claimingStates])
    .execute();
  const { before } = await db
    .selectFrom('afterSales')
    .select((select) => select.fn.countAll<number>().as('before'))
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow();
  return { claimed, before: Number(before) };
}

/** Exchanges of an order whose goods came back: what its lines' units have become. */
export async function findExchanged(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('afterSaleLines as l')
    .innerJoin('afterSales as a', (join) =>
      join.onRef('a.shopId', '=', 'l.shopId').onRef('a.afterSaleId', '=', 'l.afterSaleId'),
    )
    .select(['l.line', 'l.quantity', 'l.toSkuId'])
    .where('a.shopId', '=', shopId)
    .where('a.orderId', '=', orderId)
    .where('a.kind', '=', 'exchange')
    .where('a.state', 'in', ['received', 'sent', 'done'])
    .orderBy('a.askedAt')
    .execute();
}

/** After-sales whose time to act is over, the longest first. */
export async function findDue(db: Db, shopId: string, nowMs: number, limit: number) {
  const rows = await db
    .selectFrom('afterSales')
    .select('afterSaleId')
    .where('shopId', '=', shopId)
    .where('dueAt', '<=', nowMs)
    .orderBy('dueAt')
    .limit(limit)
    .execute();
  return rows.map(({ afterSaleId }) => afterSaleId);
}

/** How many after-sales stand in each state that is no end. */
export async function countStates(db: Db, shopId: string) {
  return db
    .selectFrom('afterSales')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('shopId', '=', shopId)
    .where('state', 'not in', [...endedStates])
    .groupBy('state')
    .execute();
}
