import type { PromotionTerms } from '../../../domains/promotions/schema/promotion';
import type { MadePromotion, PromotionGood } from '../world/offers/rows';
import type { Person, ShopWorld } from '../world/types';
import { insertRows, type Pen } from './insert';

/** What one promotion or batch gave, counted while orders and coupons are written. */
interface Given {
  fen: number;
  uses: number;
}
interface Moved {
  held: number;
  sold: number;
}

/** What members took of the shop's offers; it grows with the offers, not with the members. */
export interface OfferCount {
  /** Counts all that one member took. */
  add(person: Person): void;
  promotion(promotionId: string): Given;
  /** Pieces of one SKU that one promotion sold or holds. */
  good(promotionId: string, skuId: string): Moved;
  /** Coupons of a batch that were given, and what they gave. */
  batch(batchId: string): Given;
  redeemed(code: string): boolean;
}

/** A count in which nothing was taken yet. */
export function offerCount(): OfferCount {
  const promotions = new Map<string, Given>();
  const goods = new Map<string, Moved>();
  const batches = new Map<string, Given>();
  const codes = new Set<string>();
  const raise = (counts: Map<string, Given>, key: string, fen: number, uses: number) => {
    const given = counts.get(key) ?? { fen: 0, uses: 0 };
    counts.set(key, { fen: given.fen + fen, uses: given.uses + uses });
  };
  return {
    add({ dealings, orders }) {
      for (const { promotionId, fen, state } of dealings.promotionUses)
        if (state !== 'returned') raise(promotions, promotionId, fen, 1);
      for (const { batchId } of dealings.coupons) raise(batches, batchId, 0, 1);
      for (const { code } of dealings.codes) codes.add(code);
      for (const story of orders) {
        if (story.goods === 'back') continue;
        for (const { batchId, fen } of story.given) raise(batches, batchId, fen, 0);
        for (const { promotionId, skuId, pieces } of story.special) {
          const key = `${promotionId} ${skuId}`;
          const moved = goods.get(key) ?? { held: 0, sold: 0 };
          goods.set(key, moved);
          moved[story.goods] += pieces;
        }
      }
    },
    promotion: (promotionId) => promotions.get(promotionId) ?? { fen: 0, uses: 0 },
    good: (promotionId, skuId) => goods.get(`${promotionId} ${skuId}`) ?? { held: 0, sold: 0 },
    batch: (batchId) => batches.get(batchId) ?? { fen: 0, uses: 0 },
    redeemed: (code) => codes.has(code),
  };
}

/** Writes what the shop offers, before anybody takes it. */
export async function writeOffers(pen: Pen, { offers }: ShopWorld): Promise<void> {
  await insertRows(pen, 'promotions', offers.promotions.map(promotionRow));
  await insertRows(
    pen,
    'coupon_batches',
    offers.batches.map(({ batchId, draft, stoppedAt, madeBy, madeAt }) => ({
      ...{ batchId, ...draft, stoppedAt, madeBy, madeAt },
    })),
  );
}

function promotionRow({ promotionId, kind, draft, ...made }: MadePromotion) {
  const { name, priority, scope, audience, terms, withPromotions, limits, startsAt, endsAt } =
    draft;
  const { withCoupons, stoppedAt, madeBy, madeAt } = made;
  return {
    ...{ promotionId, kind, name, priority, scope, audience, terms, withPromotions, withCoupons },
    budgetFen: limits.budgetFen,
    useLimit: limits.uses,
    memberLimit: limits.usesPerMember,
    ...{ startsAt, endsAt, stoppedAt, madeBy, madeAt },
  };
}

/**
 * Writes what was taken of the offers, and lets the limits of each be what was taken and what is left, as stock that
 * was received is what was sold and what is there. The SKUs must be there.
 */
export async function writeOfferTallies(
  pen: Pen,
  world: ShopWorld,
  count: OfferCount,
): Promise<void> {
  const { promotions, goods, batches, codes, lotId } = world.offers;
  await insertRows(
    pen,
    'promotion_goods',
    goods.map((good) => ({ ...good, ...standing(world, good, count) })),
  );
  const limited = promotions.filter(
    ({ draft: { limits } }) => limits.budgetFen !== null || limits.uses !== null,
  );
  await insertRows(
    pen,
    'promotion_tallies',
    limited.map(({ promotionId }) => {
      const { fen, uses } = count.promotion(promotionId);
      return { promotionId, spentFen: fen, uses };
    }),
  );
  for (const promotion of promotions) await widenPromotion(pen, world, promotion, count);
  await insertRows(
    pen,
    'coupon_tallies',
    batches.map(({ batchId }) => ({
      batchId,
      claimed: count.batch(batchId).uses,
      spentFen: count.batch(batchId).fen,
    })),
  );
  for (const { batchId, draft } of batches) {
    // A batch of so many is larger in a shop of more members.
    const total = Math.max(draft.total, Math.ceil((count.batch(batchId).uses * 1.3) / 100) * 100);
    await pen.client.query(
      'update coupon_batches set total = $3 where shop_id = $1 and batch_id = $2',
      [...[pen.shopId, batchId, total]],
    );
  }
  const byCode = batches.find(({ draft: { giving } }) => giving.by === 'code');
  if (byCode === undefined) return;
  const { batchId, madeAt } = byCode;
  const left = codes.filter((code) => !count.redeemed(code));
  await insertRows(
    pen,
    'coupon_codes',
    left.map((code) => ({ code, batchId, lotId, madeAt, couponId: null })),
  );
}

/** Pieces held and sold, and how many stood aside at first: those, and what is left but not more than the shelf has. */
function standing(
  world: ShopWorld,
  { promotionId, skuId, pieces }: PromotionGood,
  count: OfferCount,
) {
  if (pieces === null) return { pieces, held: 0, sold: 0 };
  const { held, sold } = count.good(promotionId, skuId);
  const sku = world.products.flatMap(({ skus }) => skus).find((one) => one.skuId === skuId);
  const left = Math.max(1, Math.min(pieces, sku?.onHand ?? 0));
  return { pieces: held + sold + left, held, sold };
}

async function widenPromotion(
  pen: Pen,
  world: ShopWorld,
  promotion: MadePromotion,
  count: OfferCount,
) {
  const { promotionId, draft } = promotion;
  const { fen, uses } = count.promotion(promotionId);
  const { budgetFen, uses: useLimit } = draft.limits;
  // A budget was set in fifties of yuan, and is nearly used.
  const spent = Math.ceil((fen * 1.05) / 5_000) * 5_000;
  const budget = budgetFen === null || fen === 0 ? budgetFen : spent;
  const limit = useLimit === null ? null : Math.max(useLimit, Math.ceil((uses * 1.4) / 100) * 100);
  await pen.client.query(
    'update promotions set terms = $3, budget_fen = $4, use_limit = $5 where shop_id = $1 and promotion_id = $2',
    [pen.shopId, promotionId, JSON.stringify(termsOf(world, promotion, count)), budget, limit],
  );
}

function termsOf(
  world: ShopWorld,
  { promotionId, draft: { terms } }: MadePromotion,
  count: OfferCount,
): PromotionTerms {
  const widened = <T extends { skuId: string; pieces: number }>(good: T): T => {
    const row = { promotionId, points: 0, priceFen: 0, ...good };
    return { ...good, pieces: standing(world, row, count).pieces ?? good.pieces };
  };
  if (terms.kind === 'flash') return { ...terms, goods: terms.goods.map(widened) };
  if (terms.kind === 'exchange') return { ...terms, goods: terms.goods.map(widened) };
  return terms;
}
