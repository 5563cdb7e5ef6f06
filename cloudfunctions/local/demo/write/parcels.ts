import type { Pen } from './insert';

/**
 * Writes how the seeded orders travel, from the rows that are there: a parcel for each that is on its way or was
 * received lately, whose way the stand-in tells at the next tick, and a code for each that waits at a counter.
 * Numbers and codes are drawn from the order's id, and a parcel has the id of its only order, so that a seed is
 * always the same.
 */
export async function writeParcels({ client, shopId }: Pen, nowMs: number): Promise<void> {
  await client.query(
    `insert into parcels (shop_id, parcel_id, order_id, place, purpose, carrier, number, sent_at, next_trace_at)
    select shop_id, order_id, order_id, 1, 'sale', 'SF', 'SF' || ${drawn(13)}, shipped_at, $2
    from orders where shop_id = $1 and state in ('shipped', 'received') and delivery = 'express'`,
    [shopId, nowMs],
  );
  await client.query(
    `insert into parcel_units (shop_id, parcel_id, order_id, line, quantity)
    select p.shop_id, p.parcel_id, p.order_id, l.line, l.shipped_quantity from parcels p
    join order_lines l on l.shop_id = p.shop_id and l.order_id = p.order_id
    where p.shop_id = $1 and l.shipped_quantity > 0`,
    [shopId],
  );
  await client.query(
    `insert into pickups (shop_id, order_id, store_id, code, made_at)
    select shop_id, order_id, store_id, ${drawn(8)}, paid_at
    from orders where shop_id = $1 and state = 'paid' and delivery = 'pickup'
    on conflict do nothing`,
    [shopId],
  );
}

/** So many digits from an order's id. */
function drawn(digits: number): string {
  const number = `('x' || substr(md5(order_id::text), 1, 12))::bit(48)::bigint`;
  return `lpad((${number} % ${10 ** digits})::text, ${digits}, '0')`;
}
