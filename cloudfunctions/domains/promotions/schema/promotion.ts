import { z } from 'zod';
import { Cursor, DeedKey, Id, Instant, typed } from '../../members/schema';
import { Audience, Scope } from './scope';

/** An amount of a rule, in fen: at least one fen, at most ten million yuan. */
const PositiveFen = z.number().int().min(1).max(1_000_000_000);
/** What remains to be paid, in bp: 8 500 is 85 折, 0 is free. */
const PaysBp = z.number().int().min(0).max(9_999);
const Pieces = z.number().int().min(1).max(999);

/** What a threshold counts: fen of what the goods still cost, or pieces. */
const By = z.enum(['amount', 'pieces']);
const AtLeast = z.number().int().min(1).max(1_000_000_000);

/** 秒杀: a price of its own with stock of its own; `mostPerMember` pieces over the whole activity. */
const Flash = z.object({
  kind: z.literal('flash'),
  goods: z
    .array(
      z.object({
        skuId: Id,
        priceFen: PositiveFen,
        pieces: z.number().int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(50),
  mostPerMember: Pieces.nullable().default(null),
});

/** 积分兑换: goods for points, or for points and money; only for those who ask for them, with stock of their own. */
const Exchange = z.object({
  kind: z.literal('exchange'),
  goods: z
    .array(
      z.object({
        skuId: Id,
        points: z.number().int().min(1).max(10_000_000),
        priceFen: z.number().int().min(0).max(1_000_000_000),
        pieces: z.number().int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(50),
  mostPerMember: Pieces.nullable().default(null),
});

/** How a unit price falls: to a share of it, by an amount, or to an amount. */
const Cut = z.discriminatedUnion('by', [
  z.object({ by: z.literal('rate'), paysBp: PaysBp }),
  z.object({ by: z.literal('off'), offFen: PositiveFen }),
  z.object({ by: z.literal('price'), priceFen: PositiveFen }),
]);

/** 限时折扣: a lower unit price for a while. */
const Timed = z.object({ kind: z.literal('timed'), cut: Cut });

/** 会员价: what members of a level pay. */
const Member = z.object({
  kind: z.literal('member'),
  rates: z
    .array(z.object({ level: z.number().int().min(0).max(20), paysBp: PaysBp }))
    .min(1)
    .max(21),
});

/** 组合套餐: these products together for one price, at most `mostSets` times in an order. */
const Bundle = z.object({
  kind: z.literal('bundle'),
  items: z
    .array(z.object({ productId: Id, quantity: z.number().int().min(1).max(20) }))
    .min(2)
    .max(10)
    .refine(
      (items) => new Set(items.map((item) => item.productId)).size === items.length,
      '同一商品请合并为一项',
    ),
  priceFen: PositiveFen,
  mostSets: Pieces.nullable().default(null),
});

/** 第 N 件折扣: of every `nth` pieces one costs `paysBp` of its price; the cheapest pieces are the ones. */
const Nth = z.object({
  kind: z.literal('nth'),
  nth: z.number().int().min(2).max(10),
  paysBp: PaysBp,
});

const tiers = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.object({ atLeast: AtLeast, ...shape }))
    .min(1)
    .max(5);

/** 满减: an amount off from each tier on; with `repeats` the only tier counts as often as it is reached. */
const Off = z
  .object({
    kind: z.literal('off'),
    by: By,
    tiers: tiers({ offFen: PositiveFen }),
    repeats: z.boolean().default(false),
  })
  .refine(({ tiers: all, repeats }) => !repeats || all.length === 1, '上不封顶只能有一档');

/** 满折: a share of the price from each tier on. */
const Rate = z.object({ kind: z.literal('rate'), by: By, tiers: tiers({ paysBp: PaysBp }) });

/** 满赠: goods for nothing from each tier on; only the best tier's. */
const Gift = z.object({
  kind: z.literal('gift'),
  by: By,
  tiers: tiers({ skuId: Id, quantity: z.number().int().min(1).max(20) }),
});

/** 加价购: from a threshold on, these goods at these prices, `most` pieces each. */
const AddOn = z.object({
  kind: z.literal('add_on'),
  by: By,
  atLeast: AtLeast,
  goods: z
    .array(z.object({ skuId: Id, priceFen: PositiveFen, most: z.number().int().min(1).max(20) }))
    .min(1)
    .max(20),
});

/** 包邮: no freight from a threshold on, but to these provinces (first two digits of the region code). */
const FreeFreight = z.object({
  kind: z.literal('free_freight'),
  by: By,
  atLeast: z.number().int().min(0).max(1_000_000_000),
  notProvinces: z
    .array(z.string().regex(/^\d{2}$/))
    .max(40)
    .default([]),
});

export const PromotionTerms = z.discriminatedUnion('kind', [
  Flash,
  Exchange,
  Timed,
  Member,
  Bundle,
  Nth,
  Off,
  Rate,
  Gift,
  AddOn,
  FreeFreight,
]);
export type PromotionTerms = z.output<typeof PromotionTerms>;
export type PromotionKind = PromotionTerms['kind'];

/** How much a promotion may give: fen in all, orders in all, orders of one member; null sets no limit. */
const PromotionLimits = z.object({
  budgetFen: z.number().int().min(1).max(100_000_000_000).nullable().default(null),
  uses: z.number().int().min(1).max(10_000_000).nullable().default(null),
  usesPerMember: z.number().int().min(1).max(999).nullable().default(null),
});

/** A promotion as a manager writes it. Once made it is never changed: it may be stopped, and copied. */
export const PromotionDraft = z.object({
  name: typed(30),
  startsAt: Instant,
  endsAt: Instant,
  /** Of promotions of one step, the higher goes first. */
  priority: z.number().int().min(0).max(999).default(100),
  scope: Scope,
  audience: Audience.prefault({}),
  /** False: goods that it makes cheaper take no other set or order promotion. */
  withPromotions: z.boolean().default(true),
  /** False: goods that it makes cheaper take no coupon. Left out, only 秒杀 and 积分兑换 say false. */
  withCoupons: z.boolean().optional(),
  limits: PromotionLimits.prefault({}),
  terms: PromotionTerms,
});
export type PromotionDraft = z.output<typeof PromotionDraft>;

/** A new promotion, once per key. */
export const CreatePromotion = z.object({ key: DeedKey, draft: PromotionDraft });
export type CreatePromotion = z.output<typeof CreatePromotion>;

/** What is left of a promotion's limits right now; null where there is none. */
export const Standing = z.object({
  leftFen: z.number().int().nullable(),
  leftUses: z.number().int().nullable(),
  /** Orders that this member may still use it for. */
  memberUses: z.number().int().nullable(),
  /** 秒杀, 积分兑换: pieces that this member may still buy. */
  memberPieces: z.number().int().nullable(),
  /** 秒杀, 积分兑换: pieces left by SKU; only of the SKUs that were asked for. */
  pieces: z.record(z.string(), z.number().int()),
});
export type Standing = z.output<typeof Standing>;

/** A promotion as quotes read it, on the phone and in the cloud. */
export const Promotion = z.object({
  promotionId: z.string(),
  name: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  priority: z.number().int(),
  scope: Scope,
  audience: Audience,
  withPromotions: z.boolean(),
  withCoupons: z.boolean(),
  terms: PromotionTerms,
  standing: Standing,
});
export type Promotion = z.output<typeof Promotion>;

export const PromotionId = z.object({ promotionId: Id });
export type PromotionId = z.output<typeof PromotionId>;

export const ListPromotions = z.object({
  /** Running and coming ones, or those that are over. */
  which: z.enum(['now', 'over']).default('now'),
  cursor: Cursor.optional(),
});
export type ListPromotions = z.output<typeof ListPromotions>;

/** A promotion as managers watch it: its terms, and what it was used for so far. */
export const WatchedPromotion = Promotion.omit({ standing: true }).extend({
  limits: PromotionLimits,
  state: z.enum(['coming', 'running', 'over', 'stopped']),
  madeAt: Instant,
  /** Orders that use it, placed and not closed. */
  uses: z.number().int(),
  /** What it has given, in fen. */
  spentFen: z.number().int(),
  /** What those orders came to, in fen. */
  broughtFen: z.number().int(),
  /** 秒杀, 积分兑换, 满赠, 加价购: its goods with what went. */
  goods: z.array(
    z.object({
      skuId: Id,
      title: z.string(),
      specText: z.string(),
      pictureUrl: z.string(),
      priceFen: z.number().int(),
      pieces: z.number().int().nullable(),
      taken: z.number().int(),
    }),
  ),
});
export type WatchedPromotion = z.output<typeof WatchedPromotion>;
export const PromotionPage = z.object({
  items: z.array(WatchedPromotion),
  next: Cursor.nullable(),
});
