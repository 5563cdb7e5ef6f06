import { sql, type RawBuilder } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { BoardTab } from '../schema';

type Db = Queries<Tables>;

/** Which orders a list of the staff shows. */
export interface BoardFilter {
  shopId: string;
  tab: BoardTab;
  /** Only those of this store; null for all. */
  storeId: string | null;
  words: string;
  after: Place | undefined;
  limit: number;
}

/** What each list is sorted by: those that wait longest first, those that left most lately first. */
const sorts = {
  toShip: { column: sql.ref<number>('o.paid_at'), down: false },
  pickup: { column: sql.ref<number>('p.made_at'), down: false },
  city: { column: sql<number>`coalesce(r.promised_by, o.paid_at)`, down: false },
  shipped: { column: sql.ref<number>('o.shipped_at'), down: true },
};

/** Orders that the staff has something to do with, from a place on; `sortedAt` is what a place is made of. */
export async function listBoard(db: Db, filter: BoardFilter) {
  const { shopId, tab, storeId, words, after, limit } = filter;
  const { column, down } = sorts[tab];
  const sign = sql.raw(down ? '<' : '>');
  return db
    .selectFrom('orders as o')
    .innerJoin('stores as s', (join) =>
      join.onRef('s.shopId', '=', 'o.shopId').onRef('s.storeId', '=', 'o.storeId'),
    )
    .leftJoin('pickups as p', (join) =>
      join.onRef('p.shopId', '=', 'o.shopId').onRef('p.orderId', '=', 'o.orderId'),
    )
    .leftJoin('cityRuns as r', (join) =>
      join.onRef('r.shopId', '=', 'o.shopId').onRef('r.orderId', '=', 'o.orderId'),
    )
    .select(['o.orderId', 'o.number', 'o.state', 'o.memberId', 'o.contactMask', 'o.remark'])
    .select(['o.paidAt', 'o.shippedAt', 's.name as storeName', 'p.readyAt'])
    .select(['r.slotStartsAt', 'r.slotEndsAt', 'r.minutes', 'r.promisedBy', 'r.sentAt'])
    .select(['r.deliveredAt', 'r.breachedAt'])
    .select(column.as('sortedAt'))
    .where('o.shopId', '=', shopId)
    .where(inTab(tab))
    .$if(storeId !== null, (query) => query.where('o.storeId', '=', storeId ?? ''))
    .$if(words !== '', (query) => query.where(matches(words)))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${column}, o.order_id) ${sign} (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(column, down ? 'desc' : 'asc')
    .orderBy('o.orderId', down ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

function inTab(tab: BoardTab): RawBuilder<boolean> {
  if (tab === 'toShip') return sql<boolean>`o.state = 'paid' and o.delivery = 'express'`;
  if (tab === 'pickup')
    return sql<boolean>`o.state = 'paid' and o.delivery = 'pickup' and p.state = 'waiting'`;
  if (tab === 'city')
    return sql<boolean>`o.state in ('paid', 'shipped') and o.delivery = 'city' and r.delivered_at is null`;
  return sql<boolean>`o.state = 'shipped' and o.delivery = 'express' and o.shipped_at is not null`;
}

/** By the order's number, the last digits of number or phone, a parcel's number, a nickname, or words of a title. */
function matches(words: string): RawBuilder<boolean> {
  const safe = words.replace(/[\\%_]/g, '\\$&');
  const ending = `%${safe}`;
  const inside = `%${safe}%`;
  return sql<boolean>`(o.number like ${ending} or o.contact_mask->>'phone' like ${ending}
    or exists (select from order_lines l where l.shop_id = o.shop_id and l.order_id = o.order_id
      and l.title ilike ${inside})
    or exists (select from members m where m.shop_id = o.shop_id and m.member_id = o.member_id
      and m.nickname ilike ${inside})
    or exists (select from parcels c where c.shop_id = o.shop_id and c.order_id = o.order_id
      and c.number = upper(${words})))`;
}

/** How many orders wait, and for what. */
interface Waiting {
  toShip: number;
  pickup: number;
  city: number;
  breached: number;
}

/** How many orders wait to be shipped, at counters and for riders; of one store, or of all. */
export async function countBoard(db: Db, shopId: string, storeId: string | null) {
  const ofStore = storeId === null ? sql`` : sql`and store_id = ${storeId}`;
  const { rows } = await sql<Waiting>`select w.*, c.* from (select
      count(*) filter (where delivery = 'express')::int as "toShip",
      count(*) filter (where delivery = 'pickup')::int as "pickup"
      from orders where shop_id = ${shopId} and state = 'paid' ${ofStore}) w,
    (select count(*)::int as "city", count(r.breached_at)::int as "breached"
      from city_runs r join orders o on o.shop_id = r.shop_id and o.order_id = r.order_id
      where r.shop_id = ${shopId} and r.delivered_at is null and o.state in ('paid', 'shipped')
        ${storeId === null ? sql`` : sql`and r.store_id = ${storeId}`}) c`.execute(db);
  return rows[0] ?? { toShip: 0, pickup: 0, city: 0, breached: 0 };
}

/** An order that WeChat should have heard of, and what is in the way. */
export interface DutyRow {
  orderId: string;
  number: string;
  paidAt: number;
  /** Null while the shop itself has not sent it yet. */
  problem: string | null;
  sent: boolean;
}

/** Orders paid by WeChat Pay before `paidBefore` of which WeChat does not know yet that they left; the oldest first. */
export async function listDuties(
  db: Db,
  { shopId, paidBefore, limit }: { shopId: string; paidBefore: number; limit: number },
): Promise<DutyRow[]> {
  const { rows } =
    await sql<DutyRow>`select o.order_id as "orderId", o.number, o.paid_at as "paidAt",
      u.problem, o.state <> 'paid' as sent
    from orders o left join shipping_uploads u on u.shop_id = o.shop_id and u.order_id = o.order_id
    where o.shop_id = ${shopId} and o.paid_at <= ${paidBefore} and o.due_fen > 0
      and ((o.state = 'paid' and coalesce(u.sent, 0) = 0)
        or (o.state in ('shipped', 'received') and u.sent < u.wanted))
    order by o.paid_at limit ${limit}`.execute(db);
  return rows;
}

/** Orders by number, for a pasted table. */
export async function findByNumbers(db: Db, shopId: string, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('orders')
    .select(['orderId', 'memberId', 'number', 'state', 'delivery'])
    .where('shopId', '=', shopId)
    .where('number', 'in', [...numbers])
    .execute();
}

/** One order for whoever packs it, its address sealed. */
export async function findToPack(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'number', 'state', 'delivery', 'memberId', 'paidAt', 'remark'])
    .select(['contactSealed'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** One order of a member, for what she sees of its way. */
export async function findMine(db: Db, shopId: string, memberId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'state', 'delivery', 'storeId'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** Orders by id that wait to be shipped or picked up, for a list to pick by. */
export async function findToPick(db: Db, shopId: string, orderIds: readonly string[]) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'number', 'memberId', 'contactMask', 'delivery', 'remark', 'paidAt'])
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .where('state', '=', 'paid')
    .orderBy('paidAt')
    .orderBy('orderId')
    .execute();
}
