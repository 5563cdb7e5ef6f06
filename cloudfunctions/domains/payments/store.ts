import { sql } from 'kysely';
import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';
import type { PaymentTables } from './tables';

type Db = Queries<Tables>;

/** Notes money that cannot be believed, once per transaction and problem. */
export async function addDoubt(db: Db, row: PaymentTables['paymentDoubts']): Promise<void> {
  await db
    .insertInto('paymentDoubts')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .onConflict((conflict) => conflict.columns(['shopId', 'transactionId', 'problem']).doNothing())
    .execute();
}

/** Refunds that are due, taken for this try: a second worker passes them over until `againAt`. */
export async function takeDueRefunds(db: Db, shopId: string, nowMs: number, againAt: number) {
  const due = db
    .selectFrom('refunds')
    .select('refundId')
    .where('shopId', '=', shopId)
    .where('state', 'in', ['wanted', 'processing'])
    .where('nextTryAt', '<=', nowMs)
    .orderBy('nextTryAt')
    .limit(20)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('refunds')
    .set({ nextTryAt: againAt, tries: sql`tries + 1` })
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

/** A refund's progress; a refund that is done or failed stays so. */
export async function saveRefund(
  db: Db,
  refund: {
    shopId: string;
    number: string;
    state: PaymentTables['refunds']['state'];
    nextTryAt: number;
    doneAt: number | null;
  },
) {
  const { shopId, number, ...changed } = refund;
  return db
    .updateTable('refunds')
    .set(changed)
    .where('shopId', '=', shopId)
    .where('number', '=', number)
    .where('state', 'in', ['wanted', 'processing'])
    .returning(['refundId', 'orderId', 'amountFen'])
    .executeTakeFirst();
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

/** The money that paid an order by WeChat Pay. */
export async function findPaidBy(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('payments')
    .select(['transactionId', 'amountFen'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('method', '=', 'wechat')
    .where('outcome', 'in', ['paid', 'reopened'])
    .executeTakeFirst();
}

/** Writes a refund that is wanted. */
export async function addRefund(db: Db, row: PaymentTables['refunds']): Promise<void> {
  await db.insertInto('refunds').values(row).execute();
}
