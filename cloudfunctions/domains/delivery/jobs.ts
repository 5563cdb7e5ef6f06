import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';
import { markBreaches } from './store/city';
import { voidPickups } from './store/pickups';
import { wantUpload } from './store/uploads';
import { promiseRun } from './usecases/city';
import { makePickup } from './usecases/pickup';
import { traceParcels } from './usecases/trace';
import { uploadShipping } from './usecases/upload';

const mostEnded = 200;

/** Asks carriers about parcels on their way; answers how many. */
export async function traceDue(world: World): Promise<number> {
  return traceParcels(world);
}

/** Tells WeChat of goods that left; answers how many orders were tried. */
export async function uploadDue(world: World): Promise<number> {
  return uploadShipping(world);
}

/** Ends codes of orders that were refunded; answers how many. */
export async function endPickups({ db, shop }: World): Promise<number> {
  return voidPickups(db, shop.shopId, mostEnded);
}

/** Marks goods that are promised within the city and did not come in time; answers how many. */
export async function noticeBreaches({ db, shop, nowMs, log }: World): Promise<number> {
  const { shopId } = shop;
  const broken = await markBreaches(db, { shopId, nowMs, limit: mostEnded });
  if (broken > 0) log.warn('delivery.promises_broken', { broken });
  return broken;
}

/** An order was paid: one that is picked up gets its code, one that travels within the city its promise. */
export async function codeForPaid(
  world: World,
  tx: Tx,
  { orderId }: Events['orders.paid'],
): Promise<void> {
  await makePickup(world, tx, { orderId });
  await promiseRun(world, tx, { orderId });
}

/** All of an order left, perhaps since the rest was refunded: WeChat is told that nothing more follows. */
export async function tellOfShipped(
  { shop, nowMs }: World,
  tx: Tx,
  { orderId }: Events['orders.shipped'],
): Promise<void> {
  await wantUpload(tx, { shopId: shop.shopId, orderId, nowMs });
}

/** Goods lie ready at the counter: the shopper is told. */
export async function afterPickupReady(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['delivery.pickupReady'],
): Promise<void> {
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'pickup',
    title: '商品已备好，可以来取了',
    body: '请凭订单里的取货码到店领取',
  });
}
