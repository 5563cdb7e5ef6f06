import { z } from 'zod';
import { day, minute } from '../kit/time';
import { MessageKind } from './messaging/schema';

/** Every number of the business rules that a shop may set, with the default that the rules decide. */
const Count = z.number().int().min(0).max(1_000_000);

/** A span of time in ms. */
const Span = z.number().int().positive();

/** A level with what reaches it and what it gives; the first stands at 0 growth. */
const LevelTerms = z.object({
  name: z.string().min(1).max(12),
  growthFrom: Count,
  /** What members pay of list prices, in bp; 10 000 is the list price. */
  paysBp: z.number().int().min(1).max(10_000).default(10_000),
  /** Points earned, in bp of what every member earns. */
  pointsBp: z.number().int().min(0).max(100_000).default(10_000),
  /** Freight is free for this level. */
  freeFreight: z.boolean().default(false),
  /** Points given in the birthday's month. */
  birthdayPoints: Count.default(0),
});
export type LevelTerms = z.output<typeof LevelTerms>;

const defaultLevels = [
  { name: '新朋友', growthFrom: 0 },
  { name: '熟客', growthFrom: 500, paysBp: 9_800, birthdayPoints: 50 },
  { name: '好友', growthFrom: 2_000, paysBp: 9_500, pointsBp: 12_000, birthdayPoints: 100 },
  {
    name: '知己',
    growthFrom: 8_000,
    paysBp: 9_200,
    pointsBp: 15_000,
    freeFreight: true,
    birthdayPoints: 200,
  },
];

const PointsTerms = z.object({
  /** Points for each paid yuan of goods, in bp: 10 000 is one point. */
  earnBp: Count.default(10_000),
  /** What one point pays, in fen. */
  pointFen: z.number().int().min(1).max(1_000).default(1),
  /** How much of the goods points may pay, in bp. */
  mostBp: z.number().int().min(0).max(10_000).default(5_000),
  /** Points end with the year after so many years: 1 is the end of next year. */
  endAfterYears: z.number().int().min(0).max(10).default(1),
  /** Points that come back to a bucket live this much longer at least, in ms. */
  returnLivesMs: z
    .number()
    .int()
    .min(0)
    .default(7 * day),
  /** What each day of a streak of sign-ins gives; the last repeats. */
  signIn: z.array(Count).min(1).max(31).default([2, 2, 4, 4, 6, 6, 10]),
  /** What streaks give besides, by days. */
  streaks: z
    .array(z.object({ days: z.number().int().min(2).max(366), points: Count }))
    .max(12)
    .default([
      { days: 7, points: 20 },
      { days: 30, points: 100 },
    ]),
  /** A finished profile: nickname, picture and birthday. */
  profile: Count.default(50),
  review: Count.default(10),
  /** A referred member's first completed order, and how many a referrer is rewarded for in a month. */
  referral: Count.default(100),
  referralsPerMonth: Count.default(20),
});

const WalletTerms = z.object({
  /** What may be recharged, and what the shop adds; empty closes recharging. */
  plans: z
    .array(
      z.object({
        payFen: z.number().int().min(100).max(5_000_000),
        giftFen: z.number().int().min(0).max(5_000_000),
      }),
    )
    .max(8)
    .default([
      { payFen: 20_000, giftFen: 1_000 },
      { payFen: 50_000, giftFen: 3_000 },
      { payFen: 100_000, giftFen: 8_000 },
      { payFen: 200_000, giftFen: 20_000 },
    ]),
  terms: z
    .string()
    .max(500)
    .default('储值本金不过期，可在本店全部门店使用；赠送金额与本金按比例使用，退款时按比例退回。'),
});

/** A subscribe message's template, as the mini program's console tells it. */
const Template = z.object({
  /** Empty: never asked for and never sent. */
  id: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .default(''),
  /** Which of its fields says what, such as `{ goods: 'thing1' }`; the letters say what WeChat takes there. */
  fields: z
    .record(
      z.string().max(20),
      z.string().regex(/^(thing|phrase|amount|time|date|number|character_string)\d{1,2}$/),
    )
    .default({}),
});

const minuteOfDay = z.number().int().min(0).max(1_440);

const MessageTerms = z.object({
  templates: z.partialRecord(MessageKind, Template).default({}),
  /** Marketing messages to one member, over all channels. */
  marketingPerDay: z.number().int().min(0).max(20).default(1),
  marketingPerMonth: z.number().int().min(0).max(200).default(4),
  /** No marketing from this minute of the day to that one; the same minute twice is no quiet time. */
  quietFrom: minuteOfDay.default(22 * 60),
  quietUntil: minuteOfDay.default(8 * 60),
});

export const ShopSettings = z.object({
  /** Levels from the lowest; a level's number is its place. */
  levels: z
    .array(LevelTerms)
    .min(1)
    .max(21)
    .refine(
      (all) =>
        all.every(({ growthFrom }, at) =>
          at === 0 ? growthFrom === 0 : growthFrom > (all[at - 1]?.growthFrom ?? 0),
        ),
      '等级应从 0 成长值开始并逐级升高',
    )
    .prefault(defaultLevels),
  /** A level is kept this long once reached, in ms; then the growth of that time decides. */
  levelLivesMs: z
    .number()
    .int()
    .positive()
    .default(365 * day),
  points: PointsTerms.prefault({}),
  wallet: WalletTerms.prefault({}),
  messages: MessageTerms.prefault({}),
  /** A coupon's or points' end is told this long before, in ms. */
  remindBeforeMs: z
    .number()
    .int()
    .positive()
    .default(3 * day),
  orders: z
    .object({
      /** An unpaid order closes after this many ms. */
      closeUnpaidMs: z
        .number()
        .int()
        .positive()
        .default(15 * minute),
      /** Receipt is confirmed by itself this long after the last parcel, in ms. */
      confirmReceiptMs: Span.default(10 * day),
      /** How much longer a shopper may put that off, once, in ms. */
      extendReceiptMs: Span.default(3 * day),
      /** Goods may be brought back this long after receipt, in ms; then the order completes. By law 7 d at least. */
      afterSaleMs: Span.refine((span) => span >= 7 * day, '售后期不能少于 7 天').default(7 * day),
      /** An after-sale that the shop does not answer is agreed after so long, in ms. */
      silentMerchantMs: Span.default(3 * day),
      /** A shopper who does not send agreed goods back for so long, in ms, gives the after-sale up. */
      returnWithinMs: Span.default(7 * day),
    })
    .prefault({}),
  referral: z
    .object({
      /** Which touch binds a member: the first for good, the first with protection, or the latest. */
      mode: z.enum(['first', 'protected', 'last']).default('protected'),
      /** A guide's touch counts for an order this long, in ms. */
      touchCountsMs: z
        .number()
        .int()
        .positive()
        .default(15 * day),
      /** An owner is protected this long after the last order she served or touch, in ms. */
      protectedMs: z
        .number()
        .int()
        .nonnegative()
        .default(30 * day),
      /** A binding ends this long after it was made, in ms. */
      bindingLivesMs: z
        .number()
        .int()
        .positive()
        .default(365 * day),
      /** The owner's part of the commission when another guide's card wins, in bp. */
      serviceShareBp: z.number().int().min(0).max(10_000).default(2_000),
    })
    .prefault({}),
});

export type ShopSettings = z.output<typeof ShopSettings>;
