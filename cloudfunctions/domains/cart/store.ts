import { sql } from 'kysely';
import type { Queries } from '../../platform/database';
import type { Coupon } from '../coupons/schema';
import type { Tables } from '../registry';

/** Whose offers are asked for: a member's, or a visitor's when null, for these SKUs. */
export interface OffersAsked {
  shopId: string;
  memberId: string | null;
  skuIds: readonly string[];
  /** A binding older than this is over, in ms. */
  boundAfter: number;
  nowMs: number;
}

/** What `shopper_offers` answers; `Standings` is the promotions room's to read. */
export interface OfferRows<Standings> {
  standings: Standings;
  buyer: { level: number; tags: string[]; storeId: string | null; newBuyer: boolean } | null;
  coupons: Coupon[];
  points: number;
  wallet: { principalFen: number; giftFen: number } | null;
}

/** What offers come to for one buyer right now, in one statement. */
export async function findOffers<Standings>(
  db: Queries<Tables>,
  asked: OffersAsked,
): Promise<OfferRows<Standings>> {
  const { shopId, memberId, skuIds, boundAfter, nowMs } = asked;
  const { rows } = await sql<{ offers: OfferRows<Standings> }>`
    select shopper_offers(${shopId}, ${memberId}, ${[...skuIds]}::uuid[], ${boundAfter}, ${nowMs}) as offers`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('shopper_offers answered nothing');
  return row.offers;
}
