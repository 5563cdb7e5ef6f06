import { z } from 'zod';
import { Cursor, DeedKey, Id, Instant } from '../members/schema';

/** A recharge that the shop offers: this much, and this much on top. */
const Plan = z.object({ payFen: z.number().int(), giftFen: z.number().int() });

/** My stored value; principal and gift are spent and returned in proportion. */
export const MyWallet = z.object({
  principalFen: z.number().int(),
  giftFen: z.number().int(),
  plans: z.array(Plan),
  /** The terms that a member agrees to by recharging. */
  terms: z.string(),
});

export const ListWallet = z.object({ cursor: Cursor.optional() });
export type ListWallet = z.output<typeof ListWallet>;
export const WalletPage = z.object({
  items: z.array(
    z.object({
      entryId: Id,
      purse: z.enum(['principal', 'gift']),
      /** Signed: what it changed, in fen. */
      fen: z.number().int(),
      say: z.string(),
      madeAt: Instant,
    }),
  ),
  next: Cursor.nullable(),
});

/** Makes a recharge of one of the plans, once per key. */
export const StartRecharge = z.object({
  key: DeedKey,
  payFen: z.number().int().min(1).max(5_000_000),
});
export type StartRecharge = z.output<typeof StartRecharge>;

export const RechargeId = z.object({ rechargeId: Id });
export type RechargeId = z.output<typeof RechargeId>;
export const Recharge = z.object({
  rechargeId: Id,
  number: z.string(),
  payFen: z.number().int(),
  giftFen: z.number().int(),
  state: z.enum(['unpaid', 'paid', 'closed']),
});

/** What `wx.requestPayment` takes for a recharge, and until when. */
export const Prepaid = z.object({
  payment: z.object({
    timeStamp: z.string(),
    nonceStr: z.string(),
    package: z.string(),
    signType: z.literal('RSA'),
    paySign: z.string(),
  }),
  expiresAt: Instant,
});

export const RechargePayment = Recharge.extend({ paid: z.boolean() });
