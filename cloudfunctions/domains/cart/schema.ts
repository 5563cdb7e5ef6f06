import { z } from 'zod';
import { FreightTerms } from '../catalogue/schema';
import { Coupon } from '../coupons/schema';
import { Id, Instant } from '../members/schema';
import { Promotion } from '../promotions/schema/promotion';

/** One line that is wanted: a SKU, 1 to 99 pieces. */
export const WantedLine = z.object({ skuId: Id, quantity: z.number().int().min(1).max(99) });
export type WantedLine = z.output<typeof WantedLine>;

/** What is wanted; the same SKU in two lines is one line. */
export const WantedLines = z
  .array(WantedLine)
  .min(1)
  .max(50)
  .refine(
    (lines) => new Set(lines.map((line) => line.skuId)).size === lines.length,
    '同一规格请合并为一行',
  );

export const ShowCart = z.object({ skuIds: z.array(Id).max(100) });
export type ShowCart = z.output<typeof ShowCart>;

/** What the phone needs to show and to quote one SKU. */
export const CartSku = z.object({
  skuId: Id,
  productId: Id,
  templateId: Id,
  categoryIds: z.array(Id),
  tags: z.array(z.string()),
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  listFen: z.number().int(),
  marketFen: z.number().int().nullable(),
  weightGrams: z.number().int(),
  left: z.number().int(),
  onSale: z.boolean(),
});
export type CartSku = z.output<typeof CartSku>;

/** Everything that a quote depends on besides the goods: see rules/facts for what its parts mean. */
export const OffersView = z.object({
  nowMs: Instant,
  buyer: z
    .object({
      level: z.number().int(),
      tags: z.array(z.string()),
      storeId: Id.nullable(),
      newBuyer: z.boolean(),
    })
    .nullable(),
  promotions: z.array(Promotion),
  coupons: z.array(Coupon),
  points: z.object({
    balance: z.number().int(),
    pointFen: z.number().int(),
    mostBp: z.number().int(),
    earnBp: z.number().int(),
  }),
  stored: z.object({ principalFen: z.number().int(), giftFen: z.number().int() }),
  /** Gifts and 加价购 goods by SKU; `left` is 0 for what is off sale. */
  sideGoods: z.record(z.string(), CartSku),
});
export type OffersView = z.output<typeof OffersView>;

/** Goods of 秒杀 that run or come within three days, for the home page and for cards. */
const FlashGood = z.object({
  promotionId: Id,
  startsAt: Instant,
  endsAt: Instant,
  productId: Id,
  skuId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  priceFen: z.number().int(),
  listFen: z.number().int(),
  /** Pieces of the activity, and how many of them are left. */
  pieces: z.number().int(),
  left: z.number().int(),
});
export type FlashGood = z.output<typeof FlashGood>;

/** What the shop offers to whoever asks, whatever she may put into her cart. */
export const ShopOffers = z.object({ offers: OffersView, flash: z.array(FlashGood) });
export type ShopOffers = z.output<typeof ShopOffers>;

/** The facts for a cart; SKUs that do not exist are simply not among them. */
export const CartFacts = z.object({
  skus: z.array(CartSku),
  /** Those of the goods and of `offers.sideGoods`. */
  templates: z.record(z.string(), z.object({ name: z.string(), terms: FreightTerms })),
  offers: OffersView,
});
export type CartFacts = z.output<typeof CartFacts>;

const Fen = z.number().int();
const promotionKinds = [
  'flash',
  'exchange',
  'timed',
  'member',
  'bundle',
  'nth',
  'off',
  'rate',
  'gift',
  'add_on',
  'free_freight',
] as const;
/** The id of a rule that changed a price: a promotion, a coupon, or `points`. */
const RuleId = z.string();

/** What the shopper wants of offers; what she leaves open is chosen for the lowest payable. */
export const Choice = z.object({
  /** Null for none; left out for the best. */
  couponId: Id.nullable().optional(),
  freightCouponId: Id.nullable().optional(),
  /** Points to pay with, at most. */
  points: z.number().int().min(0).max(1_000_000_000).default(0),
  /** Stored value to pay with, at most, in fen. */
  storedFen: Fen.min(0).max(100_000_000_000).default(0),
  exchangeId: Id.optional(),
  addOns: z
    .array(z.object({ promotionId: Id, skuId: Id, quantity: z.number().int().min(1).max(20) }))
    .max(20)
    .refine(
      (all) => new Set(all.map((each) => `${each.promotionId} ${each.skuId}`)).size === all.length,
      '同一换购商品请合并为一项',
    )
    .default([]),
});
export type Choice = z.output<typeof Choice>;

const QuotedLine = z.object({
  skuId: Id,
  quantity: z.number().int(),
  listFen: Fen,
  unitFen: Fen,
  unitFrom: z.enum(['list', 'flash', 'exchange', 'timed', 'member', 'add_on']),
  unitRule: z.object({ ruleId: RuleId, say: z.string() }).nullable(),
  amountFen: Fen,
  discounts: z.array(
    z.object({
      ruleId: RuleId,
      kind: z.enum(['bundle', 'nth', 'off', 'rate', 'coupon', 'points']),
      say: z.string(),
      shareFen: Fen,
    }),
  ),
  paidFen: Fen,
  units: z.array(z.object({ quantity: z.number().int(), fen: Fen })),
});

/** What is missing to an offer, and what it would give. */
const Short = {
  ruleId: RuleId,
  name: z.string(),
  say: z.string(),
  shortFen: Fen.nullable(),
  shortPieces: z.number().int().nullable(),
  worthFen: Fen.nullable(),
};

const Unused = z.object({
  ...Short,
  of: z.enum(['promotion', 'coupon']),
  code: z.enum([
    'not_started',
    'ended',
    'not_for_you',
    'wrong_goods',
    'short',
    'used_up',
    'limit_reached',
    'activity_goods',
    'not_together',
    'better_price',
    'better_offer',
    'not_chosen',
    'no_freight',
    'held',
    'sold_out',
    'not_served',
  ]),
});

const Saving = z.object({
  ruleId: RuleId,
  kind: z.enum([...promotionKinds, 'coupon', 'freight_coupon', 'points']),
  say: z.string(),
  fen: Fen,
});

/** A quote as it travels; see rules/quoted for what its parts mean. */
export const QuoteView = z.object({
  lines: z.array(QuotedLine),
  gifts: z.array(
    z.object({
      ruleId: RuleId,
      say: z.string(),
      skuId: Id,
      quantity: z.number().int(),
      skipped: z.enum(['sold_out', 'not_served']).nullable(),
    }),
  ),
  listFen: Fen,
  goodsFen: Fen,
  discountFen: Fen,
  freight: z.array(
    z.object({
      templateId: z.string(),
      name: z.string(),
      fen: Fen.nullable(),
      working: z.string(),
      shortFen: Fen.nullable(),
    }),
  ),
  freightOffFen: Fen,
  freightFen: Fen,
  payableFen: Fen,
  storedFen: z.object({ principalFen: Fen, giftFen: Fen }),
  dueFen: Fen,
  savings: z.array(Saving),
  coupons: z.array(z.object({ couponId: Id, batchId: Id, fen: Fen })),
  points: z.object({
    used: z.number().int(),
    fen: Fen,
    most: z.number().int(),
    exchanged: z.number().int(),
    enough: z.boolean(),
    earned: z.number().int(),
  }),
  storedMostFen: Fen,
  unused: z.array(Unused),
  further: z.array(z.object(Short)),
  deliverable: z.boolean(),
  proved: z.boolean(),
});
