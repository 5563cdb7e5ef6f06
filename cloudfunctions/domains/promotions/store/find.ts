import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { Promotion } from '../schema/promotion';

type Db = Queries<Tables>;

/** One promotion; foreign and missing ids are not found. */
export async function findPromotion(db: Db, shopId: string, promotionId: string) {
  return db
    .selectFrom('promotions')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('promotionId', '=', promotionId)
    .executeTakeFirst();
}

/** Which promotions a list is about: those that run or are to come, or those that are over. */
export interface PromotionFilter {
  shopId: string;
  over: boolean;
  nowMs: number;
  after?: Place | undefined;
  limit: number;
}

/** Promotions, the latest made first, from a place on. */
export async function listPromotionRows(db: Db, filter: PromotionFilter) {
  const { shopId, over, nowMs, after, limit } = filter;
  const live = sql<boolean>`(stopped_at is null and ends_at > ${nowMs}::bigint)`;
  return db
    .selectFrom('promotions')
    .selectAll()
    .where('shopId', '=', shopId)
    .where(over ? sql<boolean>`not ${live}` : live)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(made_at, promotion_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('promotionId', 'desc')
    .limit(limit)
    .execute();
}

/** The goods of promotions with what went of each, held or sold. */
export async function listGoodRows(db: Db, shopId: string, promotionIds: readonly string[]) {
  if (promotionIds.length === 0) return [];
  return db
    .selectFrom('promotionGoods')
    .select(['promotionId', 'skuId', 'priceFen', 'pieces', sql<number>`held + sold`.as('taken')])
    .where('shopId', '=', shopId)
    .where('promotionId', 'in', [...promotionIds])
    .orderBy('promotionId')
    .orderBy('skuId')
    .limit(2_000)
    .execute();
}

/** What promotions were used for, as `promotion_watch` counts it; amounts in fen. */
export async function watchPromotions(db: Db, shopId: string, promotionIds: readonly string[]) {
  const { rows } = await sql<{
    promotionId: string;
    uses: number;
    spentFen: number;
    broughtFen: number;
  }>`select * from promotion_watch(${shopId}, ${[...promotionIds]}::uuid[])`.execute(db);
  return rows;
}

/** A promotion's terms with the limits that its standing is measured against. */
export type TermsRow = Omit<Promotion, 'standing'> & {
  budgetFen: number | null;
  useLimit: number | null;
  memberLimit: number | null;
};

/** The terms of all promotions that are not over at `nowMs`, and the version that they are of, in one statement. */
export async function findTerms(db: Db, shopId: string, nowMs: number) {
  const { rows } = await sql<{
    terms: { version: number; promotions: TermsRow[] };
  }>`select promotion_terms(${shopId}, ${nowMs}) as terms`.execute(db);
  return rows[0]?.terms ?? { version: 0, promotions: [] };
}

/** How promotions stand, as `promotion_standings` tells it: what was given, what a member had, what is left. */
export interface Standings {
  version: number;
  tallies: { promotionId: string; spentFen: number; uses: number }[];
  members: { promotionId: string; uses: number; pieces: number }[];
  goods: { promotionId: string; skuId: string; left: number }[];
}

/** How promotions stand for a member and some SKUs; of all their goods when `skuIds` is null. */
export async function findStandings(
  db: Db,
  asked: { shopId: string; memberId: string | null; skuIds: readonly string[] | null },
  nowMs: number,
): Promise<Standings> {
  const { shopId, memberId, skuIds } = asked;
  const skus = skuIds === null ? null : [...skuIds];
  const { rows } = await sql<{
    standings: Standings;
  }>`select promotion_standings(${shopId}, ${memberId}, ${skus}::uuid[], ${nowMs}) as standings`.execute(
    db,
  );
  return rows[0]?.standings ?? { version: 0, tallies: [], members: [], goods: [] };
}

/** Who a member is to offers. */
export interface BuyerFacts {
  level: number;
  tags: string[];
  /** The store of her own guide; null when nobody has her. */
  storeId: string | null;
  /** She never paid for an order. */
  newBuyer: boolean;
}

/** Who a member is to offers; she has a guide when she was bound to one after an instant (ms). */
export async function findBuyer(
  db: Db,
  shopId: string,
  memberId: string,
  boundAfterMs: number,
): Promise<BuyerFacts | undefined> {
  const { rows } = await sql<{
    buyer: BuyerFacts;
  }>`select buyer_facts(${shopId}, ${memberId}, ${boundAfterMs}) as buyer`.execute(db);
  return rows[0]?.buyer;
}
