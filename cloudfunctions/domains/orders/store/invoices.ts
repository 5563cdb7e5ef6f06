import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { OrderTables } from '../tables';

type Db = Queries<Tables>;

/** The request for an invoice of an order. */
export async function findInvoice(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** Writes a request, or changes its title while it is not issued; false when it is. */
export async function saveInvoice(db: Db, row: OrderTables['invoices']): Promise<boolean> {
  const { kind, titleSealed, titleMask } = row;
  const saved = await db
    .insertInto('invoices')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['shopId', 'orderId'])
        .doUpdateSet({ kind, titleSealed, titleMask })
        .where('invoices.state', '=', 'asked'),
    )
    .returning('orderId')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Requests in a state with what their orders come to, the oldest first, from a place on. */
export async function listInvoiceRows(
  db: Db,
  filter: { shopId: string; state: 'asked' | 'issued'; after: Place | undefined; limit: number },
) {
  const { shopId, state, after, limit } = filter;
  return db
    .selectFrom('invoices as i')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shopId', '=', 'i.shopId').onRef('o.orderId', '=', 'i.orderId'),
    )
    .select(['i.orderId', 'i.kind', 'i.titleSealed', 'i.state', 'i.amountFen as issuedFen'])
    .select(['i.invoiceNumber', 'i.askedAt', 'o.number', 'o.state as orderState', 'o.paidAt'])
    .select(['o.payableFen', 'o.refundedFen', 'o.storedGiftFen'])
    .where('i.shopId', '=', shopId)
    .where('i.state', '=', state)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(i.asked_at, i.order_id) > (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('i.askedAt')
    .orderBy('i.orderId')
    .limit(limit)
    .execute();
}

/** Notes that an invoice was issued, once; false when there is none that waits. */
export async function saveIssued(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  issued: { amountFen: number; invoiceNumber: string; issuedBy: string; issuedAt: number },
): Promise<boolean> {
  const saved = await db
    .updateTable('invoices')
    .set({ ...issued, state: 'issued' })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('state', '=', 'asked')
    .returning('orderId')
    .executeTakeFirst();
  return saved !== undefined;
}
