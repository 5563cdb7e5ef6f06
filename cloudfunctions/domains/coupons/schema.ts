import { z } from 'zod';
import { Cursor, DeedKey, Id, Instant, typed } from '../members/schema';
import { Audience, Scope } from '../promotions/schema/scope';

const PositiveFen = z.number().int().min(1).max(1_000_000_000);

/** What a coupon gives: an amount, a share (with a cap), one unit free, or freight (null: all of it). */
export const CouponTerms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), offFen: PositiveFen }),
  z.object({
    kind: z.literal('percent'),
    paysBp: z.number().int().min(1).max(9_999),
    capFen: PositiveFen.nullable().default(null),
  }),
  z.object({ kind: z.literal('exchange') }),
  z.object({ kind: z.literal('freight'), offFen: PositiveFen.nullable().default(null) }),
]);
export type CouponTerms = z.output<typeof CouponTerms>;

/** When a coupon can be used: between two instants, or for some days after it was given. */
const Validity = z.discriminatedUnion('by', [
  z.object({ by: z.literal('dates'), fromAt: Instant, untilAt: Instant }),
  z.object({ by: z.literal('days'), days: z.number().int().min(1).max(365) }),
]);

/** What gives a coupon without anybody asking. `streak` counts days of sign-in, `level_up` is a level reached. */
const GivingEvent = z.discriminatedUnion('on', [
  z.object({ on: z.literal('joined') }),
  z.object({ on: z.literal('birthday') }),
  z.object({ on: z.literal('level_up'), level: z.number().int().min(1).max(20) }),
  z.object({ on: z.literal('paid'), atLeastFen: z.number().int().min(0).default(0) }),
  z.object({ on: z.literal('streak'), days: z.number().int().min(2).max(366) }),
]);

/** How people come by it. A packet (裂变券) is a share of `pieces` coupons that a buyer gives away. */
export const Giving = z.discriminatedUnion('by', [
  z.object({ by: z.literal('claim') }),
  z.object({ by: z.literal('code') }),
  z.object({ by: z.literal('targeted') }),
  z.object({
    by: z.literal('packet'),
    pieces: z.number().int().min(2).max(50),
    atLeastFen: z.number().int().min(0).default(0),
  }),
  z.object({ by: z.literal('event'), event: GivingEvent }),
  z.object({ by: z.literal('points'), points: z.number().int().min(1).max(10_000_000) }),
]);
export type Giving = z.output<typeof Giving>;

/** A batch of coupons (券批次) as a manager writes it. Once made it is never changed: stopped, or copied. */
export const CouponDraft = z.object({
  name: typed(20),
  terms: CouponTerms,
  /** What eligible goods must still cost, in fen, after sets and order promotions. */
  thresholdFen: z.number().int().min(0).max(1_000_000_000).default(0),
  scope: Scope,
  audience: Audience.prefault({}),
  validity: Validity,
  giving: Giving,
  /** Coupons in all. */
  total: z.number().int().min(1).max(10_000_000),
  perMember: z.number().int().min(1).max(99).default(1),
  /** Of one member in one day of the shop; null sets no limit. */
  perDay: z.number().int().min(1).max(99).nullable().default(null),
  /** Once its coupons have given this much, none is given any more; those given stay good. */
  budgetFen: z.number().int().min(1).max(100_000_000_000).nullable().default(null),
  opensAt: Instant,
  closesAt: Instant,
});
export type CouponDraft = z.output<typeof CouponDraft>;

/** A new batch, once per key. */
export const CreateBatch = z.object({ key: DeedKey, draft: CouponDraft });
export type CreateBatch = z.output<typeof CreateBatch>;

export const CouponState = z.enum(['available', 'held', 'used', 'expired', 'void']);
export type CouponState = z.output<typeof CouponState>;

/** A coupon in a member's wallet, as quotes and screens read it. */
export const Coupon = z.object({
  couponId: Id,
  batchId: Id,
  name: z.string(),
  terms: CouponTerms,
  thresholdFen: z.number().int(),
  scope: Scope,
  state: CouponState,
  startsAt: Instant,
  endsAt: Instant,
});
export type Coupon = z.output<typeof Coupon>;

/** A batch as shoppers see it, and whether this one may take a coupon of it. */
export const OfferedCoupon = z.object({
  batchId: Id,
  name: z.string(),
  terms: CouponTerms,
  thresholdFen: z.number().int(),
  scope: Scope,
  validity: Validity,
  closesAt: Instant,
  /** 0 to 100: how much of the batch is taken. */
  takenPercent: z.number().int(),
  /** Coupons of it that this member has and can use. */
  mine: z.number().int(),
  /** Why she cannot take one (more), or null when she can. */
  whyNot: z.object({ code: z.string(), say: z.string() }).nullable(),
  /** What it costs in points; null when it costs nothing. */
  points: z.number().int().nullable(),
});
export type OfferedCoupon = z.output<typeof OfferedCoupon>;

export const ListMyCoupons = z.object({
  which: z.enum(['available', 'used', 'over']).default('available'),
  cursor: Cursor.optional(),
});
export type ListMyCoupons = z.output<typeof ListMyCoupons>;

export const BatchId = z.object({ batchId: Id });
export type BatchId = z.output<typeof BatchId>;

/** A batch as managers watch it. */
export const WatchedBatch = CouponDraft.extend({
  batchId: Id,
  state: z.enum(['coming', 'running', 'over', 'stopped']),
  madeAt: Instant,
  claimed: z.number().int(),
  used: z.number().int(),
  /** What its coupons have given, in fen. */
  spentFen: z.number().int(),
  /** What orders with its coupons came to, in fen. */
  broughtFen: z.number().int(),
});
export type WatchedBatch = z.output<typeof WatchedBatch>;

export const ListBatches = z.object({
  /** Open and coming ones, or those that are over. */
  which: z.enum(['now', 'over']).default('now'),
  cursor: Cursor.optional(),
});
export type ListBatches = z.output<typeof ListBatches>;
export const BatchPage = z.object({ items: z.array(WatchedBatch), next: Cursor.nullable() });

/** More codes of a batch that is given by code; the same key shows the same codes again. */
export const MakeCodes = z.object({
  key: DeedKey,
  batchId: Id,
  count: z.number().int().min(1).max(1_000),
});
export type MakeCodes = z.output<typeof MakeCodes>;
export const Codes = z.object({ codes: z.array(z.string()) });

/** Coupons of a targeted batch for these members, one each, once per key. */
export const GiveCoupons = z.object({
  key: DeedKey,
  batchId: Id,
  memberIds: z
    .array(Id)
    .min(1)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, '同一会员请只选一次'),
});
export type GiveCoupons = z.output<typeof GiveCoupons>;

const WhyNot = z.object({ code: z.string(), say: z.string() }).nullable();

export const GivenCoupons = z.object({
  /** One for each member asked for; `whyNot` is null when she has the coupon now. */
  items: z.array(z.object({ memberId: Id, whyNot: WhyNot })),
});
export type GivenCoupons = z.output<typeof GivenCoupons>;

/** What may be claimed: all of it, or what is for one product. */
export const ShowOffered = z.object({ productId: Id.optional() });
export type ShowOffered = z.output<typeof ShowOffered>;
export const OfferedCoupons = z.object({ items: z.array(OfferedCoupon) });

/** With a key, a claim that is sent again gives the coupon of before. */
export const ClaimCoupon = z.object({ batchId: Id, key: DeedKey.optional() });
export type ClaimCoupon = z.output<typeof ClaimCoupon>;

export const RedeemCode = z.object({ code: z.string().min(1).max(40) });
export type RedeemCode = z.output<typeof RedeemCode>;

export const MyCoupons = z.object({
  items: z.array(Coupon.extend({ sourceSay: z.string() })),
  next: Cursor.nullable(),
  /** The shop's time, by which coupons begin and end. */
  nowMs: Instant,
  /** Coupons that can be used, now or later, and those of them that end soon. */
  counts: z.object({ available: z.number().int(), endingSoon: z.number().int() }),
});

export const PacketId = z.object({ packetId: z.string().regex(/^[0-9A-Za-z]{20}$/) });
export type PacketId = z.output<typeof PacketId>;

/** A packet that I may share. */
const MyPacket = z.object({
  packetId: z.string(),
  batchId: Id,
  orderId: Id,
  name: z.string(),
  terms: CouponTerms,
  thresholdFen: z.number().int(),
  pieces: z.number().int(),
  taken: z.number().int(),
  madeAt: Instant,
  endsAt: Instant,
});
export const MyPackets = z.object({ items: z.array(MyPacket) });

/** A packet as those see it whom its owner sent it to. */
export const Packet = MyPacket.omit({ orderId: true, madeAt: true }).extend({
  /** The owner's nickname, masked. */
  owner: z.string(),
  isMine: z.boolean(),
  scope: Scope,
  validity: Validity,
  /** What I took of it. */
  mine: Coupon.nullable(),
  /** Why I cannot take one, or null when I can or did. */
  whyNot: WhyNot,
});
export type Packet = z.output<typeof Packet>;
