import { z } from 'zod';
import { day, minute } from '../kit/time';

/** Every number of the business rules that a shop may set, with the default that the rules decide. */
export const ShopSettings = z.object({
  orders: z
    .object({
      /** An unpaid order closes after this many ms. */
      closeUnpaidMs: z
        .number()
        .int()
        .positive()
        .default(15 * minute),
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
