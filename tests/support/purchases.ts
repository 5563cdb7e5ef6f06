import { sql } from 'kysely';
import { afterCompleted } from '../../cloudfunctions/domains/points/jobs';
import type { PlaceOrder } from '../../cloudfunctions/domains/orders/schema';
import {
  completeOrder,
  goodsThatEarn,
} from '../../cloudfunctions/domains/orders/usecases/complete';
import { settlePayment } from '../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../cloudfunctions/domains/orders/usecases/place';
import { previewOrder } from '../../cloudfunctions/domains/orders/usecases/preview';
import { receive } from '../../cloudfunctions/domains/orders/usecases/receive';
import { shipUnits } from '../../cloudfunctions/domains/orders/usecases/ship';
import type { Units } from '../../cloudfunctions/domains/orders/rules/refund';
import type { Context, Database, World } from '../../cloudfunctions/domains/registry';
import { day, hour } from '../../cloudfunctions/kit/time';
import { transact } from '../../cloudfunctions/platform/database';
import { newId } from '../../cloudfunctions/platform/ids';
import { openChoice } from './offers';
import { money, type Known, type SmallShop } from './small-shop';

/** Places what is wanted at the price of this moment, and pays what is due; the order's id and what it came to. */
export async function buy(
  small: SmallShop,
  buyer: Known,
  wanted: Partial<PlaceOrder> & Pick<PlaceOrder, 'lines'>,
) {
  const delivery = { kind: 'pickup' as const, storeId: small.storeId };
  const order = { delivery, choice: openChoice, ...wanted };
  const { quote } = await previewOrder(buyer, order);
  const { payableFen, dueFen } = quote;
  const placed = await placeOrder(buyer, {
    ...{ key: newId(), remark: '', payableFen, dueFen },
    ...order,
  });
  if (dueFen > 0) await settlePayment(buyer, money({ ...placed, payableFen: dueFen }, buyer));
  return { orderId: placed.orderId, number: placed.number, payableFen, dueFen };
}

/** A guide's card that a buyer opened an hour ago: her orders then are the guide's. */
export async function touchedBy(
  db: Database,
  buyer: Pick<Context, 'shop' | 'caller' | 'nowMs'>,
  guideId: string,
) {
  const who = { shopId: buyer.shop.shopId, memberId: buyer.caller.memberId, guideId };
  const how = { visitorId: newId(), shareId: null, scene: 1007, channel: 'chat', groupId: null };
  await db
    .insertInto('touches')
    .values({ touchId: newId(), ...who, ...how, touchedAt: buyer.nowMs - hour })
    .execute();
}

const shopkeeper = { actor: 'manager' as const, actorId: null };

/** Sends units of an order. */
export async function ship(world: World, orderId: string, units: readonly Units[]): Promise<void> {
  const sending = { orderId, units, ...shopkeeper, reason: '' };
  await transact(world.db, (tx) => shipUnits(world, tx, sending));
}

/** Confirms the receipt of an order that is all sent. */
export async function receiveAll(world: World, orderId: string): Promise<void> {
  const receipt = { orderId, actor: 'shopper' as const, actorId: null, reason: '' };
  await transact(world.db, (tx) => receive(world, tx, receipt));
}

/** Completes a received order eight days later, and gives its buyer what she earns by it. */
export async function complete(small: SmallShop, buyer: Known, orderId: string): Promise<Known> {
  const later = small.at(buyer, buyer.nowMs + 8 * day);
  await completeOrder(later, orderId);
  await transact(later.db, async (tx) => {
    const completed = { orderId, memberId: buyer.caller.memberId, goodsPaidFen: 0 };
    const goodsPaidFen = await goodsThatEarn(later, tx, completed);
    await afterCompleted(later, tx, { ...completed, goodsPaidFen });
  });
  return later;
}

/** What a guide's commission of an order stands at, in fen, pending and settled together. */
export async function commissionOf(db: Database, orderId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(amount_fen), 0)::bigint as fen from commission_entries where order_id = ${orderId}`.execute(
    db,
  );
  return rows[0]?.fen ?? 0;
}

/** What WeChat Pay is to send back of an order, in fen. */
export async function wechatBack(db: Database, orderId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(amount_fen), 0)::bigint as fen from refunds where order_id = ${orderId}`.execute(
    db,
  );
  return rows[0]?.fen ?? 0;
}

/** How a SKU's shelf stands. */
export async function shelfOf(db: Database, skuId: string) {
  return db
    .selectFrom('stock')
    .select(['onHand', 'held', 'sold'])
    .where('skuId', '=', skuId)
    .executeTakeFirstOrThrow();
}
