import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

/** What is asked for: SKUs, one of the member's addresses, and her touches between two instants (ms). */
export interface FactsAsked {
  shopId: string;
  memberId: string;
  skuIds: readonly string[];
  addressId: string | null;
  fromMs: number;
  toMs: number;
}

/** Rows as `sku_facts`, `addresses`, `guide_touches` and `binding_of` give them; their rooms know what they mean. */
interface FoundRows<Goods, Address, Touch, Bound> {
  goods: Goods[];
  address: Address | null;
  touches: Touch[];
  bound: Bound | null;
}

/** All that an order depends on, in one statement. */
export async function findOrderFacts<Goods, Address, Touch, Bound>(
  db: Queries<Tables>,
  asked: FactsAsked,
): Promise<FoundRows<Goods, Address, Touch, Bound>> {
  const { shopId, memberId, skuIds, addressId, fromMs, toMs } = asked;
  const { rows } = await sql<{ facts: FoundRows<object, object, object, object> }>`
    select order_facts(${shopId}, ${memberId}, ${[...skuIds]}::uuid[], ${addressId}, ${fromMs}, ${toMs}) as facts`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('order_facts answered nothing');
  const { goods, address, touches, bound } = row.facts;
  return {
    goods: goods.map((item) => camel<Goods>(item)),
    address: address === null ? null : camel<Address>(address),
    touches: touches.map((item) => camel<Touch>(item)),
    bound: bound === null ? null : camel<Bound>(bound),
  };
}

/** A row of JSON with its column names as this program writes them. */
function camel<Row>(row: object): Row {
  const named = Object.entries(row).map(([column, value]) => [camelName(column), value as unknown]);
  return Object.fromEntries(named) as Row;
}

const camelNames = new Map<string, string>();

function camelName(column: string): string {
  const known = camelNames.get(column);
  if (known !== undefined) return known;
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  camelNames.set(column, name);
  return name;
}
