import { sql } from 'kysely';
import { handOf } from '../../../cloudfunctions/local/pay-stand-in/sealing';
import type { StandInKeys } from '../../../cloudfunctions/local/pay-stand-in/keys';
import type { Database } from '../../../cloudfunctions/domains/registry';
import { newId } from '../../../cloudfunctions/platform/ids';
import type { Guest, House } from '../../support/house';

/** An order as its shopper was told of it. */
export interface Placed {
  orderId: string;
  number: string;
  payableFen: number;
}

let keys = 0;

/** Orders `quantity` pairs of shoes, to be picked up. */
export async function place(house: House, guest: Guest, quantity = 1): Promise<Placed> {
  keys += 1;
  const { status, body } = await house.ask(guest.session, 'orders.place', {
    key: `purchase-${keys}`,
    lines: [{ skuId: house.small.skus[0], quantity }],
    delivery: { kind: 'pickup', storeId: house.small.storeId },
    payableFen: 39_900 * quantity,
  });
  if (status !== 200) throw new Error(`the order was not placed: ${JSON.stringify(body)}`);
  return body['value'] as Placed;
}

/** The pay sheet that is opened with what `orders.prepay` gives. */
export type Sheet = Readonly<Record<string, string>>;

/** Opens the pay sheet for an order. */
export async function openSheet(house: House, guest: Guest, { orderId }: Placed): Promise<Sheet> {
  const { status, body } = await house.ask(guest.session, 'orders.prepay', { orderId });
  if (status !== 200) throw new Error(`no pay sheet: ${JSON.stringify(body)}`);
  return (body['value'] as { payment: Sheet }).payment;
}

/** Pays on an open sheet; the notice has arrived when this resolves. */
export async function confirm(house: House, guest: Guest, sheet: Sheet): Promise<void> {
  const outcome = await house.standIn.pay({ ...sheet, payerOpenid: guest.openid });
  if (outcome.result !== 'ok') throw new Error(outcome.message);
  await house.standIn.idle();
}

/** Pays as the phone does. */
export async function pay(house: House, guest: Guest, placed: Placed): Promise<void> {
  await confirm(house, guest, await openSheet(house, guest, placed));
}

/** How an order of hers stands, as its shopper sees it. */
export async function stateOf(house: House, guest: Guest, { orderId }: Placed) {
  const { body } = await house.ask(guest.session, 'orders.show', { orderId });
  const { state, refunds } = body['value'] as { state: string; refunds: { state: string }[] };
  return { state, refunds: refunds.map((refund) => refund.state) };
}

/** A notice as it travels. */
export interface Letter {
  headers: Record<string, string>;
  body: string;
}

/** What a notice says of a payment; right in everything that is not said otherwise. */
export function paidText(house: House, guest: Guest, placed: Placed, otherwise = {}) {
  const { mchid, appid } = house.standIn.keys();
  return JSON.stringify({
    ...{ mchid, appid, out_trade_no: placed.number, trade_state: 'SUCCESS' },
    transaction_id: `4200${placed.number}`,
    success_time: '2026-11-20T12:00:00+08:00',
    payer: { openid: guest.openid },
    amount: { total: placed.payableFen, currency: 'CNY' },
    ...otherwise,
  });
}

/** A notice that carries `plain`, signed and sealed with `keys` as of `agoMs` ago. */
export function letter(keys: StandInKeys, plain: string, agoMs = 0): Letter {
  const hand = handOf(keys);
  const body = JSON.stringify({
    ...{ id: newId(), create_time: '2026-11-20T12:00:00+08:00', summary: '支付成功' },
    ...{ resource_type: 'encrypt-resource', event_type: 'TRANSACTION.SUCCESS' },
    resource: { original_type: 'transaction', ...hand.sealed(plain, 'transaction') },
  });
  return { body, headers: hand.signed(body, 'public_key', Date.now() - agoMs) };
}

/** Delivers a notice; the status that the shop answers. */
export async function deliver(house: House, { headers, body }: Letter): Promise<number> {
  const response = await fetch(`${house.url}/pay/notify`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

/** How many rows every table has, as one text; a wrong code is counted where it was tried, though it is refused. */
export async function rowCounts(db: Database): Promise<string> {
  const { rows } = await sql<{ counts: string }>`
    select string_agg(name || ' ' || ((xpath('/row/c/text()',
      query_to_xml('select count(*) as c from ' || name, true, true, '')))[1]::text), ', ' order by name) as counts
    from (select table_name::text as name from information_schema.tables where table_schema = 'public'
      and table_name <> 'coupon_code_tries') tables
  `.execute(db);
  return rows[0]?.counts ?? '';
}

/** What lies on the shelf of the shoes. */
export async function shelf(house: House) {
  return house.database.db
    .selectFrom('stock')
    .select(['onHand', 'held', 'sold'])
    .where('skuId', '=', house.small.skus[0])
    .executeTakeFirstOrThrow();
}

/** The rows that tell of an order's money. */
export async function moneyOf(house: House, { orderId, number }: Placed) {
  const { db } = house.database;
  const [payments, refunds, doubts] = await Promise.all([
    db
      .selectFrom('payments')
      .select(['outcome', 'amountFen'])
      .where('orderId', '=', orderId)
      .execute(),
    db
      .selectFrom('refunds')
      .select(['state', 'amountFen'])
      .where('orderId', '=', orderId)
      .execute(),
    db.selectFrom('paymentDoubts').select('problem').where('number', '=', number).execute(),
  ]);
  return { payments, refunds, doubts: doubts.map(({ problem }) => problem) };
}
