import { randomBytes } from 'node:crypto';
import { uuidv7obj } from 'uuidv7';
import { measure, type Measured } from './measure';
import type { BenchShop } from './shop';

interface Draft {
  place: string;
  settle: string;
}

/**
 * The floor: the rows of orders that the shop has just written and settled, written again under new ids by
 * the bare driver with no application, in one SQL call for each paid order (`once`), or in two (`twice`).
 */
export async function benchFloor(shop: BenchShop, clients: number, calls: number): Promise<{ once: Measured; twice: Measured }> {
  const drafts = await draftsLike(shop, calls * 2);
  const once = await measure(clients, calls, async (turn) => {
    const draft = drafts[turn];
    if (draft !== undefined) await shop.bare.query('select place_order($1::jsonb), settle_order($2::jsonb)', [draft.place, draft.settle]);
  });
  const twice = await measure(clients, calls, async (turn) => {
    const draft = drafts[calls + turn];
    if (draft === undefined) return;
    await shop.bare.query('select place_order($1::jsonb)', [draft.place]);
    await shop.bare.query('select settle_order($1::jsonb)', [draft.settle]);
  });
  return { once, twice };
}

/** The latest orders as the arguments that wrote them, with new ids, numbers and keys. */
async function draftsLike(shop: BenchShop, count: number): Promise<Draft[]> {
  const { rows } = await shop.bare.query<{ o: Record<string, unknown>; lines: Record<string, unknown>[] }>(
    `select to_jsonb(o) || jsonb_build_object('openid', m.openid) as o, (select jsonb_agg(to_jsonb(l) order by l.line) from order_lines l
       where l.shop_id = o.shop_id and l.order_id = o.order_id) as lines
     from orders o join members m on m.shop_id = o.shop_id and m.member_id = o.member_id where o.paid_at is not null and o.dues = '{}' and o.due_fen > 0 order by o.placed_at desc limit $1`,
    [Math.min(count, 1_000)],
  );
  return Array.from({ length: count }, (_, turn) => {
    const row = rows[turn % rows.length];
    if (row === undefined) throw new Error('there is no paid order to measure by');
    return draftLike(shop, row.o, row.lines);
  });
}

function draftLike(shop: BenchShop, o: Record<string, unknown>, lines: Record<string, unknown>[]): Draft {
  const orderId = newId();
  const number = `2026${randomBytes(8).readBigUInt64BE().toString().slice(0, 18).padStart(18, '0')}`;
  const order = camel(o);
  const stock = lines.map((line) => ({ skuId: String(line['sku_id']), quantity: line['quantity'] })).sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
  const place = { ...order, orderId, number, key: number, bodyHash: randomBytes(32).toString('base64url'), eventId: newId(), nowMs: order['placedAt'], lines: lines.map(camel), stock };
  const settle = {
    shopId: shop.shopId,
    number,
    payerOpenid: order['openid'],
    transactionId: `4200${number}`,
    amountFen: order['dueFen'],
    paidAt: order['placedAt'],
    nowMs: order['placedAt'],
    eventId: newId(),
    outboxId: newId(),
    refundId: newId(),
    refundNumber: `R${number}`,
    entryIds: [newId(), newId()],
  };
  return { place: JSON.stringify(place), settle: JSON.stringify(settle) };
}

function camel(row: Record<string, unknown>): Record<string, unknown> {
  const name = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [name(column), value]));
}

function newId(): string {
  return uuidv7obj().toString();
}
