import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import { hour, minute } from '../../../kit/time';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PaymentTables } from '../tables';

type Db = Queries<Tables>;
type Refund = PaymentTables['refunds'];

/** Not back yet, or never to be by itself. */
const open = ['wanted', 'processing', 'failed'] as const;

/**
 * Refunds that are due, taken for this try: a second worker passes them over until their next, which is a minute
 * away at first and an hour at last. One whose number WeChat closed waits for people.
 */
export async function takeDueRefunds(db: Db, shopId: string, nowMs: number) {
  const due = db
    .selectFrom('refunds')
    .select('refundId')
    .where('shopId', '=', shopId)
    .where('state', 'in', open)
    .where(sql<boolean>`not (state = 'failed' and fault = 'CLOSED')`)
    .where('nextTryAt', '<=', nowMs)
    .orderBy('nextTryAt')
    .limit(20)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('refunds')
    .set({
      nextTryAt: sql`${nowMs}::bigint + least(${hour}, ${minute} * (1 << least(tries, 6)))`,
      tries: sql`tries + 1`,
    })
    .where('shopId', '=', shopId)
    .where('refundId', 'in', due)
    .returning(['refundId', 'orderId', 'transactionId', 'number', 'amountFen', 'state', 'tries'])
    .execute();
}

/** What the payment of a refund amounted to, with the number of its order. */
export async function findPaymentOf(db: Db, shopId: string, transactionId: string) {
  return db
    .selectFrom('payments as p')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shopId', '=', 'p.shopId').onRef('o.orderId', '=', 'p.orderId'),
    )
    .select(['p.amountFen', 'o.number', 'o.memberId'])
    .where('p.shopId', '=', shopId)
    .where('p.transactionId', '=', transactionId)
    .executeTakeFirst();
}

/** The money that an order was paid with by WeChat Pay, locked; what came too late or twice is not it. */
export async function lockPaymentOf(db: Db, shopId: string, orderId: string) {
  const payment = await db
    .selectFrom('payments')
    .select(['transactionId', 'amountFen'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('method', '=', 'wechat')
    .where('outcome', 'in', ['paid', 'reopened'])
    .forUpdate()
    .executeTakeFirst();
  if (payment === undefined) return undefined;
  const order = await db
    .selectFrom('orders')
    .select('number')
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow();
  return { ...payment, number: order.number };
}

/** What of a payment goes back already, whatever stands in its way, and in how many refunds. */
export async function sumRefunds(db: Db, shopId: string, transactionId: string) {
  return db
    .selectFrom('refunds')
    .select([
      sql<number>`coalesce(sum(amount_fen), 0)::bigint`.as('refundedFen'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('shopId', '=', shopId)
    .where('transactionId', '=', transactionId)
    .executeTakeFirstOrThrow();
}

/** Adds a refund that is wanted; the database refuses one over what was paid (SK008). */
export async function addRefund(
  db: Db,
  row: Pick<
    Refund,
    'shopId' | 'refundId' | 'orderId' | 'transactionId' | 'number' | 'amountFen' | 'reason'
  > & { nowMs: number },
): Promise<void> {
  const { nowMs, ...refund } = row;
  await db
    .insertInto('refunds')
    .values({
      ...refund,
      state: 'wanted',
      tries: 0,
      fault: null,
      nextTryAt: nowMs,
      wantedAt: nowMs,
      acceptedAt: null,
      alarmedAt: null,
      doneAt: null,
    })
    .execute();
}

/** One refund by what WeChat calls it, or by its own id; locked. */
export async function lockRefund(
  db: Db,
  shopId: string,
  by: { number: string } | { refundId: string },
) {
  const query = db.selectFrom('refunds').selectAll().where('shopId', '=', shopId);
  const one =
    'number' in by
      ? query.where('number', '=', by.number)
      : query.where('refundId', '=', by.refundId);
  return one.forUpdate().executeTakeFirst();
}

/** When WeChat took the refund with this number; null when that was never heard, undefined for no such refund. */
export async function findAcceptedAt(db: Db, shopId: string, number: string) {
  const row = await db
    .selectFrom('refunds')
    .select('acceptedAt')
    .where('shopId', '=', shopId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.acceptedAt;
}

/** Changes a refund that is locked. */
export async function saveRefund(
  db: Db,
  { shopId, refundId }: Pick<Refund, 'shopId' | 'refundId'>,
  change: Partial<
    Pick<Refund, 'state' | 'fault' | 'acceptedAt' | 'doneAt' | 'nextTryAt' | 'number' | 'tries'>
  >,
): Promise<void> {
  await db
    .updateTable('refunds')
    .set(change)
    .where('shopId', '=', shopId)
    .where('refundId', '=', refundId)
    .execute();
}

/** Notes why a try came to nothing; what ended meanwhile stays as it is. */
export async function noteFault(db: Db, shopId: string, refundId: string, fault: string) {
  await db
    .updateTable('refunds')
    .set({ fault })
    .where('shopId', '=', shopId)
    .where('refundId', '=', refundId)
    .where('state', 'in', ['wanted', 'processing'])
    .execute();
}

/** Keeps a number that WeChat closed, for the bill that has it. */
export async function addClosing(db: Db, row: PaymentTables['refundClosings']): Promise<void> {
  await db.insertInto('refundClosings').values(row).execute();
}

/** Whether WeChat closed this number, and the refund went on under another. */
export async function wasClosed(db: Db, shopId: string, number: string): Promise<boolean> {
  const row = await db
    .selectFrom('refundClosings')
    .select('number')
    .where('shopId', '=', shopId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

/** Refunds that are open for `hour` and were not said to be within the last; said by whoever gets them here. */
export async function takeAlarming(db: Db, shopId: string, nowMs: number) {
  const alarming = db
    .selectFrom('refunds')
    .select('refundId')
    .where('shopId', '=', shopId)
    .where('state', 'in', open)
    .where('wantedAt', '<=', nowMs - hour)
    .where((is) => is.or([is('alarmedAt', 'is', null), is('alarmedAt', '<=', nowMs - hour)]))
    .orderBy('wantedAt')
    .limit(100)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('refunds')
    .set({ alarmedAt: nowMs })
    .where('shopId', '=', shopId)
    .where('refundId', 'in', alarming)
    .returning(['refundId', 'number', 'state', 'fault', 'tries', 'wantedAt'])
    .execute();
}

/** Refunds that failed or were wanted before `beforeMs` and are not back, the longest waiting first. */
export async function listStuck(
  db: Db,
  { shopId, beforeMs }: { shopId: string; beforeMs: number },
  after: Place | undefined,
  most: number,
) {
  return db
    .selectFrom('refunds as r')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shopId', '=', 'r.shopId').onRef('o.orderId', '=', 'r.orderId'),
    )
    .select(['r.refundId', 'r.orderId', 'o.number as orderNumber', 'r.number', 'r.amountFen'])
    .select(['r.state', 'r.fault', 'r.reason', 'r.tries', 'r.wantedAt', 'r.nextTryAt'])
    .where('r.shopId', '=', shopId)
    .where('r.state', 'in', open)
    .where((is) => is.or([is('r.state', '=', 'failed'), is('r.wantedAt', '<=', beforeMs)]))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(r.wanted_at, r.refund_id) > (${after?.value}, ${after?.id}::uuid)`),
    )
    .orderBy('r.wantedAt')
    .orderBy('r.refundId')
    .limit(most)
    .execute();
}

/** The refunds of an order, the oldest first. */
export async function listRefunds(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('refunds')
    .select(['amountFen', 'state', 'reason', 'wantedAt'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .orderBy('wantedAt')
    .limit(100)
    .execute();
}
