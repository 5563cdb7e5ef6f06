import { z } from 'zod';
import { Id, typed } from '../../members/schema';

const Ids = z.array(Id).max(200).default([]);
const Tags = z.array(typed(20)).max(50).default([]);

/** Goods by product, by category (with all that stands below it) and by tag; any of them is enough. */
const Goods = z.object({ productIds: Ids, categoryIds: Ids, tags: Tags });

/** Which goods a promotion or coupon is for: all, or those named; what `not` names is never among them. */
export const Scope = Goods.extend({
  all: z.boolean().default(false),
  not: Goods.prefault({}),
});
export type Scope = z.output<typeof Scope>;

/** Whom an offer is for; an empty list leaves nobody out, and all that are not empty must hold. */
export const Audience = z.object({
  /** Stores where the order counts: the counter of a pick-up, else the store of the buyer's own guide. */
  storeIds: Ids,
  /** Levels by number, 0 being that of every new member. */
  levels: z.array(z.number().int().min(0).max(20)).max(20).default([]),
  /** Members who carry one of these tags. */
  tags: Tags,
  /** Only members who never paid for an order. */
  newBuyers: z.boolean().default(false),
});
export type Audience = z.output<typeof Audience>;
