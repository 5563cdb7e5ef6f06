import type { PromotionKind, PromotionTerms } from './schema/promotion';
import type { Audience, Scope } from './schema/scope';

/** Rows of the promotions room; amounts in fen, instants in ms. */
export interface PromotionTables {
  promotions: {
    shopId: string;
    promotionId: string;
    kind: PromotionKind;
    name: string;
    priority: number;
    scope: Scope;
    audience: Audience;
    terms: PromotionTerms;
    withPromotions: boolean;
    withCoupons: boolean;
    budgetFen: number | null;
    useLimit: number | null;
    memberLimit: number | null;
    startsAt: number;
    endsAt: number;
    stoppedAt: number | null;
    madeBy: string;
    madeAt: number;
  };
  promotionVersions: { shopId: string; version: number };
  promotionGoods: {
    shopId: string;
    promotionId: string;
    skuId: string;
    priceFen: number;
    points: number;
    pieces: number | null;
    held: number;
    sold: number;
  };
  promotionTallies: { shopId: string; promotionId: string; spentFen: number; uses: number };
  promotionMembers: {
    shopId: string;
    promotionId: string;
    memberId: string;
    uses: number;
    pieces: number;
  };
  promotionUses: {
    shopId: string;
    orderId: string;
    promotionId: string;
    memberId: string;
    fen: number;
    state: 'held' | 'used' | 'returned';
    usedAt: number;
  };
}
