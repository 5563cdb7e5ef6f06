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

/** A quote as it travels; see rules/quote for what its parts mean. */
export const QuoteView = z.object({
  lines: z.array(
    z.object({
      skuId: Id,
      quantity: z.number().int(),
      unitFen: Fen,
      unitFrom: z.literal('list'),
      amountFen: Fen,
      discounts: z.array(z.object({ ruleId: z.string(), say: z.string(), shareFen: Fen })),
      paidFen: Fen,
    }),
  ),
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
  freightFen: Fen,
  payableFen: Fen,
  deliverable: z.boolean(),
});
