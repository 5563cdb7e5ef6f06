import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { CouponTables } from '../tables';

type Db = Queries<Tables>;

/** Adds a packet for an order unless the order has one of the batch; answers whether it was added. */
export async function addPacket(db: Db, row: CouponTables['couponPackets']): Promise<boolean> {
  const done = await db
    .insertInto('couponPackets')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'orderId', 'batchId']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One packet with its batch; foreign and missing ids are not found. */
export async function findPacket(db: Db, shopId: string, packetId: string) {
  return packets(db, shopId).where('p.packetId', '=', packetId).executeTakeFirst();
}

/** The packets that a member may share, the latest first. */
export async function listPacketRows(db: Db, shopId: string, ownerId: string, limit: number) {
  return packets(db, shopId)
    .where('p.ownerId', '=', ownerId)
    .orderBy('p.madeAt', 'desc')
    .orderBy('p.packetId')
    .limit(limit)
    .execute();
}

function packets(db: Db, shopId: string) {
  return db
    .selectFrom('couponPackets as p')
    .innerJoin('couponBatches as b', (join) =>
      join.onRef('b.shopId', '=', 'p.shopId').onRef('b.batchId', '=', 'p.batchId'),
    )
    .select(['p.packetId', 'p.batchId', 'p.ownerId', 'p.orderId', 'p.pieces', 'p.taken'])
    .select(['p.madeAt', 'p.endsAt', 'b.name', 'b.terms', 'b.thresholdFen', 'b.scope'])
    .select(['b.validity', 'b.stoppedAt'])
    .where('p.shopId', '=', shopId);
}
