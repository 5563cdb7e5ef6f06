import { sql, type RawBuilder } from 'kysely';
import type { Place } from '../../kit/cursor';
import { day, minute } from '../../kit/time';
import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';
import type { Stretch } from './schema';

type Db = Queries<Tables>;

/** One person: the member whom a touch belongs to, else the visitor. */
const person = sql`coalesce(t.member_id, j.member_id, t.visitor_id)`;
const touchesWithPerson = sql`touches t left join visitor_joins j on j.shop_id = t.shop_id and j.visitor_id = t.visitor_id`;

function within(column: string, { fromMs, toMs }: Stretch): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} >= ${fromMs} and ${sql.ref(column)} < ${toMs}`;
}

async function rowsOf<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows;
}

/** Net revenue (fen), orders, distinct buyers and visitors of a stretch. */
export async function countNumbers(db: Db, shopId: string, stretch: Stretch) {
  const [row] = await rowsOf(
    db,
    sql<{ netFen: number; orders: number; buyers: number; visitors: number }>`
    select (select coalesce(sum(amount_fen), 0) from payments where shop_id = ${shopId} and method <> 'gift' and ${within('recorded_at', stretch)})::bigint
         - (select coalesce(sum(amount_fen), 0) from (${refundRows(shopId, stretch)}) r)::bigint as net_fen,
      (select count(*) from orders where shop_id = ${shopId} and ${within('paid_at', stretch)})::int as orders,
      (select count(distinct member_id) from orders where shop_id = ${shopId} and ${within('paid_at', stretch)})::int as buyers,
      (select count(distinct ${person}) from ${touchesWithPerson}
         where t.shop_id = ${shopId} and ${within('t.touched_at', stretch)})::int as visitors`,
  );
  return row ?? { netFen: 0, orders: 0, buyers: 0, visitors: 0 };
}

/** Net revenue, orders and visitors by day; days are counted from the epoch in the shop's zone. */
export async function countDays(db: Db, shopId: string, stretch: Stretch, offsetMinutes: number) {
  const dayNumber = (column: string) =>
    sql`(${sql.ref(column)} + ${offsetMinutes * minute}::bigint) / ${day}::bigint`;
  return rowsOf(
    db,
    sql<{ dayNumber: number; netFen: number; orders: number; visitors: number }>`
    select day_number, sum(net_fen)::bigint as net_fen, sum(orders)::int as orders, sum(visitors)::int as visitors from (
      select ${dayNumber('recorded_at')} as day_number, amount_fen as net_fen, 0 as orders, 0 as visitors
        from payments where shop_id = ${shopId} and method <> 'gift' and ${within('recorded_at', stretch)}
      union all
      select ${dayNumber('done_at')}, -amount_fen, 0, 0 from (${refundRows(shopId, stretch)}) r
      union all
      select ${dayNumber('paid_at')}, 0, 1, 0 from orders where shop_id = ${shopId} and ${within('paid_at', stretch)}
      union all
      select ${dayNumber('t.touched_at')}, 0, 0, count(distinct ${person})
        from ${touchesWithPerson} where t.shop_id = ${shopId} and ${within('t.touched_at', stretch)} group by 1
    ) parts group by day_number`,
  );
}

/** What each guide did in a stretch: credited orders and their net revenue, buyers, who bought again, who came. */
export async function countGuides(db: Db, shopId: string, stretch: Stretch, offsetMinutes: number) {
  return rowsOf(
    db,
    sql<{
      guideId: string;
      name: string;
      avatarUrl: string;
      storeName: string;
      netFen: number;
      orders: number;
      buyers: number;
      again: number;
      visitors: number;
    }>`
    with by_member as (
      select guide_id, count(*) as orders,
        count(distinct (paid_at + ${offsetMinutes * minute}::bigint) / ${day}::bigint) as days
      from orders where shop_id = ${shopId} and guide_id is not null and ${within('paid_at', stretch)}
      group by guide_id, member_id
    ), by_guide as (
      select guide_id, sum(orders)::int as orders, count(*)::int as buyers, count(*) filter (where days >= 2)::int as again
      from by_member group by guide_id
    ), money as (
      select o.guide_id, sum(m.amount_fen)::bigint as net_fen from (${moneyRows(shopId, stretch)}) m
      join orders o on o.shop_id = ${shopId} and o.order_id = m.order_id
      where o.guide_id is not null group by o.guide_id
    ), came as (
      select t.guide_id, count(distinct ${person})::int as visitors from ${touchesWithPerson}
      where t.shop_id = ${shopId} and t.guide_id is not null and ${within('t.touched_at', stretch)} group by t.guide_id
    )
    select s.staff_id as guide_id, s.name, s.avatar_url, st.name as store_name, coalesce(m.net_fen, 0)::bigint as net_fen,
      coalesce(g.orders, 0) as orders, coalesce(g.buyers, 0) as buyers, coalesce(g.again, 0) as again, coalesce(c.visitors, 0) as visitors
    from staff s join stores st on st.shop_id = s.shop_id and st.store_id = s.store_id
    left join by_guide g on g.guide_id = s.staff_id left join money m on m.guide_id = s.staff_id
    left join came c on c.guide_id = s.staff_id
    where s.shop_id = ${shopId} and s.role = 'guide' and (s.left_at is null or g.orders > 0 or m.net_fen is not null) limit 1000`,
  );
}

/** A guide's own numbers of a stretch, and all commission that is still pending. */
export async function countDesk(db: Db, shopId: string, guideId: string, stretch: Stretch) {
  const [row] = await rowsOf(
    db,
    sql<{
      orders: number;
      baseFen: number;
      commissionFen: number;
      pendingFen: number;
      visits: number;
      visitors: number;
    }>`
    select (select count(distinct order_id) from commission_entries where shop_id = ${shopId} and guide_id = ${guideId}
        and cause = 'paid' and ${within('made_at', stretch)})::int as orders,
      (select coalesce(sum(base_fen), 0) from commission_entries where shop_id = ${shopId} and guide_id = ${guideId}
        and cause = 'paid' and part = 'sale' and ${within('made_at', stretch)})::bigint as base_fen,
      (select coalesce(sum(amount_fen), 0) from commission_entries where shop_id = ${shopId} and guide_id = ${guideId}
        and cause = 'paid' and ${within('made_at', stretch)})::bigint as commission_fen,
      (select coalesce(sum(amount_fen), 0) from commission_entries where shop_id = ${shopId} and guide_id = ${guideId}
        and state = 'pending')::bigint as pending_fen,
      (select count(*) from touches t where t.shop_id = ${shopId} and t.guide_id = ${guideId} and ${within('t.touched_at', stretch)})::int as visits,
      (select count(distinct ${person}) from ${touchesWithPerson}
        where t.shop_id = ${shopId} and t.guide_id = ${guideId} and ${within('t.touched_at', stretch)})::int as visitors`,
  );
  return row ?? { orders: 0, baseFen: 0, commissionFen: 0, pendingFen: 0, visits: 0, visitors: 0 };
}

/** One row behind a number. */
export interface CountedRow {
  id: string;
  kind: 'order' | 'refund' | 'buyer' | 'visitor';
  memberId: string | null;
  number: string;
  pieces: number;
  amountFen: number | null;
  happenedAt: number;
}

/** Which rows: those that a number counts, of one guide when it is hers. */
export interface RowFilter {
  shopId: string;
  number: 'net' | 'orders' | 'buyers' | 'visitors' | 'guide';
  guideId: string | undefined;
  stretch: Stretch;
}

/** The rows behind a number, newest first, from a place on. */
export async function listCounted(
  db: Db,
  filter: RowFilter,
  after: Place | undefined,
  limit: number,
): Promise<CountedRow[]> {
  const behind =
    after === undefined
      ? sql``
      : sql`where (happened_at, id) < (${after.value}::bigint, ${after.id}::uuid)`;
  return rowsOf(
    db,
    sql<CountedRow>`select * from (${countedRows(filter)}) counted ${behind} order by happened_at desc, id desc limit ${limit}`,
  );
}

/** How many rows stand behind a number. */
export async function countRows(db: Db, filter: RowFilter): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ total: number }>`select count(*)::int as total from (${countedRows(filter)}) counted`,
  );
  return row?.total ?? 0;
}

/** How many pieces an order sold, on the row of its money and not on that of a refund. */
const soldPieces = sql`case m.kind when 'order' then (select coalesce(sum(quantity), 0) from order_lines l
  where l.shop_id = o.shop_id and l.order_id = o.order_id)::int else 0 end`;

function countedRows({ shopId, number, guideId, stretch }: RowFilter): RawBuilder<unknown> {
  const none = sql`null::uuid`;
  if (number === 'net' || number === 'guide') {
    const whose = guideId === undefined ? sql`` : sql`where o.guide_id = ${guideId}`;
    return sql`select m.id, m.kind, o.member_id, o.number, ${number === 'guide' ? soldPieces : sql`0`} as pieces,
        m.amount_fen, m.happened_at
      from (${moneyRows(shopId, stretch)}) m join orders o on o.shop_id = ${shopId} and o.order_id = m.order_id ${whose}`;
  }
  if (number === 'buyers') {
    return sql`select member_id as id, 'buyer' as kind, member_id, '' as number, count(*)::int as pieces,
        sum(payable_fen)::bigint as amount_fen, max(paid_at) as happened_at
      from orders where shop_id = ${shopId} and ${within('paid_at', stretch)} group by member_id`;
  }
  if (number === 'visitors') {
    return sql`select ${person} as id, 'visitor' as kind, coalesce(min(coalesce(t.member_id, j.member_id)::text)::uuid, ${none}) as member_id,
        '' as number, count(*)::int as pieces, null::bigint as amount_fen, max(t.touched_at) as happened_at
      from ${touchesWithPerson} where t.shop_id = ${shopId} and ${within('t.touched_at', stretch)} group by 1`;
  }
  return sql`select o.order_id as id, 'order' as kind, o.member_id, o.number,
      (select coalesce(sum(quantity), 0) from order_lines l where l.shop_id = o.shop_id and l.order_id = o.order_id)::int as pieces,
      o.payable_fen as amount_fen, o.paid_at as happened_at
    from orders o where o.shop_id = ${shopId} and ${within('o.paid_at', stretch)}`;
}

/** Money that came and money that went back, each by its own day; a payment's id is made of WeChat Pay's. */
function moneyRows(shopId: string, stretch: Stretch): RawBuilder<unknown> {
  return sql`select md5(transaction_id)::uuid as id, 'order' as kind, order_id, amount_fen, recorded_at as happened_at
      from payments where shop_id = ${shopId} and method <> 'gift' and ${within('recorded_at', stretch)}
    union all
    select refund_id, 'refund', order_id, -amount_fen, done_at from (${refundRows(shopId, stretch)}) r`;
}

/** Money that went back: by WeChat Pay once it arrived, and to stored value, of which gifts are nobody's money. */
function refundRows(shopId: string, stretch: Stretch): RawBuilder<unknown> {
  return sql`select refund_id, order_id, amount_fen, done_at from refunds
      where shop_id = ${shopId} and state = 'done' and ${within('done_at', stretch)}
    union all
    select refund_id, order_id, amount_fen, done_at from stored_refunds
      where shop_id = ${shopId} and ${within('done_at', stretch)}`;
}
