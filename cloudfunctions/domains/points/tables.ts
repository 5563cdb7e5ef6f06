/** Rows of the points room; ledgers only grow, and the account keeps their sums beside them. */
export interface PointsTables {
  pointsAccounts: {
    shopId: string;
    memberId: string;
    points: number;
    growth: number;
    level: number;
    levelUntil: number | null;
  };
  pointsBuckets: {
    shopId: string;
    bucketId: string;
    memberId: string;
    points: number;
    remaining: number;
    earnedAt: number;
    endsAt: number;
    remindedAt: number | null;
  };
  pointsEntries: {
    shopId: string;
    entryId: string;
    memberId: string;
    fromAccount: PointsAccount;
    toAccount: PointsAccount;
    points: number;
    bucketId: string | null;
    cause: string;
    causeId: string;
    madeAt: number;
  };
  growthEntries: {
    shopId: string;
    entryId: string;
    memberId: string;
    growth: number;
    cause: string;
    causeId: string;
    madeAt: number;
  };
  levelChanges: {
    shopId: string;
    changeId: string;
    memberId: string;
    fromLevel: number;
    toLevel: number;
    reason: 'reached' | 'kept' | 'fell';
    changedAt: number;
  };
  signIns: {
    shopId: string;
    memberId: string;
    /** `YYYY-MM-DD` in the shop's zone; read as text. */
    day: string;
    streak: number;
    points: number;
    signedAt: number;
  };
}

/** Where points are: hers to spend, waiting for a payment, the shop's, or gone. */
type PointsAccount = 'member' | 'held' | 'shop' | 'spent' | 'expired';
