import type { Audience, Scope } from '../promotions/schema/scope';
import type { CouponDraft, CouponState, CouponTerms, Giving } from './schema';

/** Rows of the coupons room; amounts in fen, instants in ms. */
export interface CouponTables {
  couponBatches: {
    shopId: string;
    batchId: string;
    name: string;
    terms: CouponTerms;
    thresholdFen: number;
    scope: Scope;
    audience: Audience;
    validity: CouponDraft['validity'];
    giving: Giving;
    total: number;
    perMember: number;
    perDay: number | null;
    budgetFen: number | null;
    opensAt: number;
    closesAt: number;
    stoppedAt: number | null;
    madeBy: string;
    madeAt: number;
  };
  couponTallies: { shopId: string; batchId: string; claimed: number; spentFen: number };
  couponMembers: {
    shopId: string;
    batchId: string;
    memberId: string;
    claimed: number;
    day: string;
    onDay: number;
  };
  coupons: {
    shopId: string;
    couponId: string;
    batchId: string;
    memberId: string;
    state: CouponState;
    source: string;
    cause: string;
    startsAt: number;
    endsAt: number;
    givenAt: number;
    orderId: string | null;
    remindedAt: number | null;
  };
  couponSteps: {
    shopId: string;
    stepId: string;
    couponId: string;
    step: 'give' | 'hold' | 'return' | 'use' | 'expire' | 'void';
    orderId: string | null;
    happenedAt: number;
  };
  couponCodes: {
    shopId: string;
    code: string;
    batchId: string;
    /** The lot that it was made in; a lot is shown to whoever asks with the key that made it. */
    lotId: string;
    madeAt: number;
    couponId: string | null;
  };
  /** When a member last tried codes that were none, in ms. */
  couponCodeTries: { shopId: string; memberId: string; triedAt: number[] };
  couponPackets: {
    shopId: string;
    packetId: string;
    batchId: string;
    ownerId: string;
    orderId: string;
    pieces: number;
    taken: number;
    madeAt: number;
    endsAt: number;
  };
  /** How far a batch's birthdays of a day were gone through, in the order of member ids. */
  couponBirthdays: {
    shopId: string;
    batchId: string;
    day: string;
    afterId: string | null;
    done: boolean;
  };
}
