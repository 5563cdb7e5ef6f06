import { z } from 'zod';
import { OfferedCoupon } from '../coupons/schema';
import { Cursor, DeedKey, Id, Instant } from '../members/schema';

/** A level as members see it; `growthFrom` is what reaches it. */
export const Level = z.object({
  level: z.number().int(),
  name: z.string(),
  growthFrom: z.number().int(),
  /** What it gives, a line each. */
  benefits: z.array(z.string()),
});
export type Level = z.output<typeof Level>;

/** What I have: points, growth and level, and what is near its end. */
export const MyPoints = z.object({
  points: z.number().int(),
  /** Points that end next, and when; null when none ends within 60 days. */
  ending: z.object({ points: z.number().int(), endsAt: Instant }).nullable(),
  /** What one point pays, in fen. */
  pointFen: z.number().int(),
  /** Growth of the past year, which is what decides about levels. */
  growth: z.number().int(),
  level: Level,
  /** Until when the level is kept, and the growth until then that keeps it; null for the first level. */
  keep: z.object({ untilAt: Instant, has: z.number().int(), needs: z.number().int() }).nullable(),
  /** The next level and what is missing; null at the top. */
  next: z.object({ level: Level, missing: z.number().int() }).nullable(),
  levels: z.array(Level),
  signedToday: z.boolean(),
});

export const ListEntries = z.object({ cursor: Cursor.optional() });
export type ListEntries = z.output<typeof ListEntries>;

/** One line of my points: what moved, why, and the balance is their sum. */
export const PointsEntry = z.object({
  entryId: Id,
  /** Signed: what it changed of my balance. */
  points: z.number().int(),
  cause: z.string(),
  say: z.string(),
  madeAt: Instant,
  endsAt: Instant.nullable(),
});
export const PointsPage = z.object({ items: z.array(PointsEntry), next: Cursor.nullable() });

export const ShowMonth = z.object({
  /** `YYYY-MM` in the shop's zone; this month when left out. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type ShowMonth = z.output<typeof ShowMonth>;

/** A month of sign-ins, today's streak, and what the coming days give. */
export const SignInMonth = z.object({
  month: z.string(),
  today: z.string(),
  days: z.array(z.object({ day: z.string(), points: z.number().int() })),
  streak: z.number().int(),
  signedToday: z.boolean(),
  /** What the next sign-in gives, and extra points at streaks to come. */
  nextPoints: z.number().int(),
  /** What each of the next seven sign-ins gives, a bonus included; the first is the next one. */
  coming: z.array(z.number().int()),
  bonuses: z.array(z.object({ days: z.number().int(), say: z.string() })),
});

/** What a sign-in gave; signing in again on the same day gives the same answer and nothing more. */
export const SignedIn = z.object({
  points: z.number().int(),
  streak: z.number().int(),
  balance: z.number().int(),
  again: z.boolean(),
  bonus: z.string().nullable(),
});

/** Goods of the points shop: a SKU for points, or for points and money. */
export const ExchangeGood = z.object({
  promotionId: Id,
  productId: Id,
  skuId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  points: z.number().int(),
  priceFen: z.number().int(),
  listFen: z.number().int(),
  left: z.number().int(),
  /** Pieces that this member may still have; null without a limit. */
  mineLeft: z.number().int().nullable(),
  endsAt: Instant,
});
export const PointsShop = z.object({
  points: z.number().int(),
  coupons: z.array(OfferedCoupon),
  goods: z.array(ExchangeGood),
});

/** Points for a coupon, once per key. */
export const ExchangeCoupon = z.object({
  key: DeedKey,
  batchId: Id,
});
export type ExchangeCoupon = z.output<typeof ExchangeCoupon>;
/** The coupon, and the points that it cost. */
export const ExchangedCoupon = z.object({ couponId: Id, points: z.number().int() });
