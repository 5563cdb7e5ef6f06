import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { OrderState } from '../flow';

type Db = Queries<Tables>;

/** The order that a key of a member made, with the fingerprint of its body. */
export async function findPlaced(db: Db, shopId: string, memberId: string, key: string) {
  return db
    .selectFrom('idempotencyKeys as k')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shopId', '=', 'k.shopId').onRef('o.orderId', '=', 'k.resultId'),
    )
    .select(['k.bodyHash', 'o.orderId', 'o.number', 'o.payableFen', 'o.dueFen'])
    .where('k.shopId', '=', shopId)
    .where('k.memberId', '=', memberId)
    .where('k.key', '=', key)
    .where('k.deed', '=', 'orders.place')
    .executeTakeFirst();
}

/** One order of a member; foreign and missing ids are not found. */
export async function findOrder(db: Db, shopId: string, memberId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** One order of a member by its number; foreign and missing numbers are not found. */
export async function findMineByNumber(db: Db, shopId: string, memberId: string, number: string) {
  return db
    .selectFrom('orders')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** An order by id alone, for deeds of the shop itself. */
export async function findOrderById(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** An order by number alone, for the people who work here. */
export async function findByNumber(db: Db, shopId: string, number: string) {
  return db
    .selectFrom('orders')
    .select('orderId')
    .where('shopId', '=', shopId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The lines of orders, in their order. */
export async function listLines(db: Db, shopId: string, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return db
    .selectFrom('orderLines')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .orderBy('orderId')
    .orderBy('line')
    .execute();
}

/** What happened to an order, in time. */
export async function listEvents(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orderEvents')
    .select(['step', 'actor', 'reason', 'happenedAt'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .orderBy('happenedAt')
    .orderBy('eventId')
    .limit(200)
    .execute();
}

/** Which of a member's orders a list shows. */
export interface OrderFilter {
  shopId: string;
  memberId: string;
  states?: readonly OrderState[] | undefined;
  words?: string | undefined;
  after?: Place | undefined;
  limit: number;
}

/** A member's orders, newest first, from a place on. */
export async function listOrderRows(db: Db, filter: OrderFilter) {
  const { shopId, memberId, states, words, after, limit } = filter;
  const titleLike = `%${(words ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('orders as o')
    .select(['o.orderId', 'o.number', 'o.state', 'o.placedAt', 'o.expiresAt'])
    .select(['o.payableFen', 'o.dueFen'])
    .where('o.shopId', '=', shopId)
    .where('o.memberId', '=', memberId)
    .$if(states !== undefined, (query) => query.where('o.state', 'in', states ?? []))
    .$if(words !== undefined && words !== '', (query) =>
      query.where(sql<boolean>`(o.number = ${words ?? ''} or exists (select from order_lines l where l.shop_id = o.shop_id
        and l.order_id = o.order_id and l.title ilike ${titleLike}))`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(o.placed_at, o.order_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('o.placedAt', 'desc')
    .orderBy('o.orderId', 'desc')
    .limit(limit)
    .execute();
}

/** How many of a member's orders stand in each state. */
export async function countByState(db: Db, shopId: string, memberId: string) {
  return db
    .selectFrom('orders')
    .select(['state', sql<number>`count(*)::int`.as('orders')])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('state', 'in', ['unpaid', 'paid', 'shipped', 'received'])
    .groupBy('state')
    .execute();
}

/** Unpaid orders whose time is over, the oldest first. */
export async function findOverdue(db: Db, shopId: string, nowMs: number, limit: number) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'number'])
    .where('shopId', '=', shopId)
    .where('state', '=', 'unpaid')
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/** Orders by id with their member, for lists of the people who work here. */
export async function findOrdersById(db: Db, shopId: string, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return db
    .selectFrom('orders')
    .select(['orderId', 'number', 'state', 'memberId', 'paidAt', 'credit'])
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .execute();
}

/** When a guide last served a member by an order that was paid, before `beforeMs`; null when never. */
export async function findLastServed(
  db: Db,
  served: { shopId: string; memberId: string; guideId: string; beforeMs: number },
) {
  const row = await db
    .selectFrom('orders')
    .select((select) => select.fn.max('placedAt').as('at'))
    .where('shopId', '=', served.shopId)
    .where('memberId', '=', served.memberId)
    .where('guideId', '=', served.guideId)
    .where('paidAt', 'is not', null)
    .where('placedAt', '<', served.beforeMs)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Forgets keys older than `beforeMs`, at most `limit` of them. */
export async function forgetKeys(
  db: Db,
  shopId: string,
  beforeMs: number,
  limit: number,
): Promise<void> {
  await sql`delete from idempotency_keys where ctid in (select ctid from idempotency_keys
    where shop_id = ${shopId} and made_at < ${beforeMs} limit ${limit})`.execute(db);
}

/** Bought lines of a member's orders that were received since `fromMs` and not refunded in full, the latest first. */
export async function listReceived(
  db: Db,
  filter: { shopId: string; memberId: string; fromMs: number },
  limit: number,
) {
  const rows = await db
    .selectFrom('orders as o')
    .innerJoin('orderLines as l', (join) =>
      join.onRef('l.shopId', '=', 'o.shopId').onRef('l.orderId', '=', 'o.orderId'),
    )
    .select(['l.orderId', 'l.line', 'l.productId', 'l.title', 'l.specText', 'l.pictureUrl'])
    .select('o.receivedAt')
    .where('o.shopId', '=', filter.shopId)
    .where('o.memberId', '=', filter.memberId)
    .where('o.receivedAt', '>', filter.fromMs)
    .where('o.state', 'in', ['received', 'completed'])
    .where('l.kind', '<>', 'gift')
    .where(sql<boolean>`l.refunded_quantity < l.quantity`)
    .orderBy('o.receivedAt', 'desc')
    .orderBy('l.line')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt ?? 0 }));
}
