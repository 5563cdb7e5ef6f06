import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PromotionTables } from '../tables';

type Db = Queries<Tables>;

/**
 * Gives the shop's promotions a new version, which no reader has seen. The row stays locked until the
 * transaction ends, so promotions are made and stopped one after the other.
 */
export async function bumpVersion(db: Db, shopId: string): Promise<void> {
  await sql`insert into promotion_versions (shop_id, version) values (${shopId}, nextval('promotion_version_numbers'))
    on conflict (shop_id) do update set version = nextval('promotion_version_numbers')`.execute(db);
}

/** How many promotions of the shop run or are to come. */
export async function countLive(db: Db, shopId: string, nowMs: number): Promise<number> {
  const row = await db
    .selectFrom('promotions')
    .select(sql<number>`count(*)::int`.as('live'))
    .where('shopId', '=', shopId)
    .where('stoppedAt', 'is', null)
    .where('endsAt', '>', nowMs)
    .executeTakeFirst();
  return row?.live ?? 0;
}

/** A price activity that is not over and has one of these SKUs at some instant of [startsAt, endsAt), in ms. */
export async function findOverlap(
  db: Db,
  wanted: { shopId: string; skuIds: readonly string[]; startsAt: number; endsAt: number },
  nowMs: number,
) {
  return db
    .selectFrom('promotionGoods as g')
    .innerJoin('promotions as p', (join) =>
      join.onRef('p.shopId', '=', 'g.shopId').onRef('p.promotionId', '=', 'g.promotionId'),
    )
    .select(['p.promotionId', 'p.name', 'g.skuId'])
    .where('g.shopId', '=', wanted.shopId)
    .where('g.skuId', 'in', [...wanted.skuIds])
    .where('p.kind', 'in', ['flash', 'exchange'])
    .where('p.stoppedAt', 'is', null)
    .where('p.endsAt', '>', nowMs)
    .where('p.startsAt', '<', wanted.endsAt)
    .where('p.endsAt', '>', wanted.startsAt)
    .orderBy('g.skuId')
    .limit(1)
    .executeTakeFirst();
}

/** Those of some stores that the shop does not have. */
export async function findUnknownStores(db: Db, shopId: string, storeIds: readonly string[]) {
  if (storeIds.length === 0) return [];
  const { rows } = await sql<{
    unknown: string[];
  }>`select unknown_stores(${shopId}, ${[...storeIds]}::uuid[]) as unknown`.execute(db);
  return rows[0]?.unknown ?? [];
}

type Row = Omit<PromotionTables['promotions'], 'stoppedAt'>;
type Good = Pick<PromotionTables['promotionGoods'], 'skuId' | 'priceFen' | 'points' | 'pieces'>;

/** Adds a promotion with its goods, and the row that counts against its limits when it has some. */
export async function addPromotion(db: Db, row: Row, goods: readonly Good[]): Promise<void> {
  const { shopId, promotionId, budgetFen, useLimit } = row;
  await db
    .insertInto('promotions')
    .values({ ...row, stoppedAt: null })
    .execute();
  if (goods.length > 0)
    await db
      .insertInto('promotionGoods')
      .values(goods.map((good) => ({ shopId, promotionId, ...good, held: 0, sold: 0 })))
      .execute();
  if (budgetFen !== null || useLimit !== null)
    await db
      .insertInto('promotionTallies')
      .values({ shopId, promotionId, spentFen: 0, uses: 0 })
      .execute();
}

/** Marks a promotion as stopped. */
export async function markStopped(
  db: Db,
  shopId: string,
  promotionId: string,
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('promotions')
    .set({ stoppedAt: nowMs })
    .where('shopId', '=', shopId)
    .where('promotionId', '=', promotionId)
    .where('stoppedAt', 'is', null)
    .execute();
}
