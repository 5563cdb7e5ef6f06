/** Rows of the referral room. Touches, joins, bindings and commission entries are only ever added. */
export interface ReferralTables {
  shares: {
    shopId: string;
    shareId: string;
    sharerId: string | null;
    guideId: string | null;
    storeId: string | null;
    channel: string;
    targetKind: 'home' | 'product';
    targetId: string | null;
    parentId: string | null;
    madeAt: number;
  };
  touches: {
    shopId: string;
    touchId: string;
    shareId: string | null;
    guideId: string | null;
    memberId: string | null;
    visitorId: string | null;
    scene: number;
    channel: string;
    groupId: string | null;
    touchedAt: number;
  };
  visitorJoins: { shopId: string; visitorId: string; memberId: string; joinedAt: number };
  bindings: {
    shopId: string;
    memberId: string;
    turn: number;
    guideId: string;
    storeId: string;
    beforeId: string | null;
    reason: string;
    touchId: string | null;
    orderId: string | null;
    boundAt: number;
  };
  commissionEntries: {
    shopId: string;
    entryId: string;
    orderId: string;
    guideId: string;
    cause: string;
    part: 'sale' | 'service';
    state: 'pending' | 'settled' | 'reversed';
    baseFen: number;
    amountFen: number;
    madeAt: number;
  };
}
