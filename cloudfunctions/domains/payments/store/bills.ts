import { sql } from 'kysely';
import { hour, minute } from '../../../kit/time';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PaymentTables } from '../tables';

type Db = Queries<Tables>;
type Bill = PaymentTables['bills'];

/** The newest day whose bill was asked for, or null. */
export async function findLastDay(db: Db, shopId: string): Promise<string | null> {
  const row = await db
    .selectFrom('bills')
    .select('day')
    .where('shopId', '=', shopId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Adds days that wait for their bills; days that are there already stay as they are. */
export async function addDays(
  db: Db,
  shopId: string,
  days: readonly string[],
  nowMs: number,
): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map((day) => ({ shopId, day, nextTryAt: nowMs, ...emptyBill }));
  await db
    .insertInto('bills')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['shopId', 'day']).doNothing())
    .execute();
}

const emptyBill = {
  state: 'waiting',
  tries: 0,
  fault: null,
  payments: 0,
  paidFen: 0,
  refunds: 0,
  refundedFen: 0,
  matched: 0,
  differences: 0,
  comparedAt: null,
} as const;

/** Days whose bills are to be asked for now, taken for this try; the next is ten minutes away, later an hour. */
export async function takeWaiting(db: Db, shopId: string, nowMs: number) {
  const due = db
    .selectFrom('bills')
    .select('day')
    .where('shopId', '=', shopId)
    .where('state', '=', 'waiting')
    .where('nextTryAt', '<=', nowMs)
    .orderBy('day')
    .limit(3)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('bills')
    .set({
      nextTryAt: sql`${nowMs}::bigint + least(${hour}, ${10 * minute} * (1 << least(tries, 4)))`,
      tries: sql`tries + 1`,
    })
    .where('shopId', '=', shopId)
    .where('day', 'in', due)
    .returning(['day', 'tries'])
    .execute();
}

/** Notes why a day's bill could not be had. */
export async function noteBillFault(db: Db, shopId: string, day: string, fault: string) {
  await db
    .updateTable('bills')
    .set({ fault })
    .where('shopId', '=', shopId)
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .execute();
}

/** Ends a day with its counts; false when somebody else did before. */
export async function saveCompared(
  db: Db,
  shopId: string,
  day: string,
  counts: Pick<
    Bill,
    'payments' | 'paidFen' | 'refunds' | 'refundedFen' | 'matched' | 'differences' | 'comparedAt'
  >,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bills')
    .set({ ...counts, state: 'compared', fault: null })
    .where('shopId', '=', shopId)
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps the differences of a day, in their order. */
export async function addDifferences(
  db: Db,
  rows: readonly PaymentTables['billDifferences'][],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('billDifferences')
      .values([...rows])
      .execute();
}

/** What the shop noted of money that it would not believe, by WeChat's number of the payment. */
export async function findProblems(db: Db, shopId: string, transactionIds: readonly string[]) {
  if (transactionIds.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom('paymentDoubts')
    .select(['transactionId', 'problem'])
    .where('shopId', '=', shopId)
    .where('transactionId', 'in', [...transactionIds])
    .execute();
  return new Map(rows.map(({ transactionId, problem }) => [transactionId, problem]));
}

interface Wanted {
  fromMs: number;
  toMs: number;
  /** WeChat's numbers of payments that the bill has. */
  transactionIds: readonly string[];
  /** Numbers of refunds that the bill has. */
  refundNumbers: readonly string[];
}

/** What the books have of a day, or under numbers of its bill; `atMs` is WeChat's instant. */
export async function listMoney(db: Db, shopId: string, wanted: Wanted) {
  const { fromMs, toMs, transactionIds, refundNumbers } = wanted;
  const { rows } = await sql<{
    kind: 'payment' | 'refund';
    number: string;
    transactionId: string;
    amountFen: number;
    atMs: number | null;
  }>`
    select 'payment' as kind, o.number, p.transaction_id, p.amount_fen, p.paid_at as at_ms
    from payments p join orders o on o.shop_id = p.shop_id and o.order_id = p.order_id
    where p.shop_id = ${shopId} and p.method = 'wechat'
      and ((p.paid_at >= ${fromMs} and p.paid_at < ${toMs}) or p.transaction_id = any(${transactionIds}::text[]))
    union all
    select 'refund', number, transaction_id, amount_fen, accepted_at from refunds
    where shop_id = ${shopId}
      and ((accepted_at >= ${fromMs} and accepted_at < ${toMs}) or number = any(${refundNumbers}::text[]))
    union all
    select 'refund', c.number, r.transaction_id, c.amount_fen, c.accepted_at
    from refund_closings c join refunds r on r.shop_id = c.shop_id and r.refund_id = c.refund_id
    where c.shop_id = ${shopId}
      and ((c.accepted_at >= ${fromMs} and c.accepted_at < ${toMs}) or c.number = any(${refundNumbers}::text[]))
  `.execute(db);
  return rows;
}

/** Days of bills, the newest first, before `beforeDay` when it is given. */
export async function listBills(
  db: Db,
  shopId: string,
  beforeDay: string | undefined,
  most: number,
) {
  return db
    .selectFrom('bills')
    .selectAll()
    .where('shopId', '=', shopId)
    .$if(beforeDay !== undefined, (query) => query.where('day', '<', beforeDay ?? ''))
    .orderBy('day', 'desc')
    .limit(most)
    .execute();
}

/** One day's bill. */
export async function findBill(db: Db, shopId: string, day: string) {
  return db
    .selectFrom('bills')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('day', '=', day)
    .executeTakeFirst();
}

/** A day's differences in their order, `most` at most. */
export async function listDifferences(db: Db, shopId: string, day: string, most: number) {
  return db
    .selectFrom('billDifferences')
    .select(['turn', 'kind', 'about', 'number', 'tradeNumber', 'billFen', 'shopFen', 'problem'])
    .where('shopId', '=', shopId)
    .where('day', '=', day)
    .orderBy('turn')
    .limit(most)
    .execute();
}
