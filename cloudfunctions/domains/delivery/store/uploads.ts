import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

/** Notes that WeChat is to be told anew of an order, if it took the money for it. */
export async function wantUpload(
  db: Db,
  { shopId, orderId, nowMs }: { shopId: string; orderId: string; nowMs: number },
): Promise<void> {
  await sql`insert into shipping_uploads as u (shop_id, order_id, next_try_at, wanted_at)
    select ${shopId}, ${orderId}, ${nowMs}::bigint, ${nowMs}::bigint
    where exists (select from payments p where p.shop_id = ${shopId} and p.order_id = ${orderId}
      and p.method = 'wechat' and p.outcome in ('paid', 'reopened'))
    on conflict (shop_id, order_id) do update set wanted = u.wanted + 1, next_try_at = ${nowMs}::bigint, tries = 0,
      wanted_at = case when u.sent < u.wanted then u.wanted_at else ${nowMs}::bigint end`.execute(
    db,
  );
}

/** Orders of which WeChat is to be told, taken for this try: others pass them over until `againAt`. */
export async function takeDueUploads(
  db: Db,
  due: { shopId: string; nowMs: number; againAt: number; limit: number },
) {
  const { shopId, nowMs, againAt, limit } = due;
  const waiting = db
    .selectFrom('shippingUploads')
    .select('orderId')
    .where('shopId', '=', shopId)
    .whereRef('sent', '<', 'wanted')
    .where('nextTryAt', '<=', nowMs)
    .orderBy('nextTryAt')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('shippingUploads')
    .set({ nextTryAt: againAt, tries: sql`tries + 1` })
    .where('shopId', '=', shopId)
    .where('orderId', 'in', waiting)
    .returning(['orderId', 'wanted', 'told', 'toldSplit', 'tries'])
    .execute();
}

/** What WeChat is told of an order besides its goods: the payment that it took, and who paid. */
export async function findPaidOrder(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orders as o')
    .innerJoin('members as m', (join) =>
      join.onRef('m.shopId', '=', 'o.shopId').onRef('m.memberId', '=', 'o.memberId'),
    )
    .innerJoin('payments as p', (join) =>
      join.onRef('p.shopId', '=', 'o.shopId').onRef('p.orderId', '=', 'o.orderId'),
    )
    .select(['o.state', 'o.delivery', 'o.contactSealed', 'm.openid', 'p.transactionId'])
    .where('o.shopId', '=', shopId)
    .where('o.orderId', '=', orderId)
    .where('p.method', '=', 'wechat')
    .where('p.outcome', 'in', ['paid', 'reopened'])
    .executeTakeFirst();
}

/** An order by WeChat Pay's id of its payment, or by its own number. */
export async function findByPayment(
  db: Db,
  shopId: string,
  named: { transactionId: string } | { number: string },
) {
  const orders = db.selectFrom('orders as o').select('o.orderId').where('o.shopId', '=', shopId);
  if ('number' in named) return orders.where('o.number', '=', named.number).executeTakeFirst();
  return orders
    .innerJoin('payments as p', (join) =>
      join.onRef('p.shopId', '=', 'o.shopId').onRef('p.orderId', '=', 'o.orderId'),
    )
    .where('p.transactionId', '=', named.transactionId)
    .executeTakeFirst();
}

/** WeChat knows an order as it stood when its row was taken; `told` is what it was told, null when nothing new was. */
export async function saveTold(
  db: Db,
  { shopId, orderId, version }: { shopId: string; orderId: string; version: number },
  { told, split, nowMs }: { told: string | null; split: boolean; nowMs: number },
): Promise<void> {
  await db
    .updateTable('shippingUploads')
    .set({ sent: version, sentAt: nowMs, problem: null, tries: 0 })
    .$if(told !== null, (query) => query.set({ told, toldSplit: split }))
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('sent', '<', version)
    .execute();
}

/** WeChat was not told: why, and when to try again. */
export async function saveProblem(
  db: Db,
  { shopId, orderId, version }: { shopId: string; orderId: string; version: number },
  { problem, nextTryAt }: { problem: string; nextTryAt: number },
): Promise<void> {
  await db
    .updateTable('shippingUploads')
    .set({ problem, nextTryAt })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('wanted', '=', version)
    .execute();
}
