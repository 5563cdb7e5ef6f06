import { z } from 'zod';
import { Cursor, Id, Instant } from '../members/schema';

const Count = z.number().int();

/** A stretch of time from `fromMs` up to, not including, `toMs`. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** The guide's three numbers of today, and what waits. */
export const Desk = z.object({
  day: z.string(),
  creditedOrders: Count,
  creditedFen: Count,
  /** Commission that today's orders would pay, pending. */
  commissionTodayFen: Count,
  pendingFen: Count,
  visitsToday: Count,
  visitorsToday: Count,
});

const Window = z.enum(['today', 'month']);
export type Window = z.output<typeof Window>;

export const ShowNumbers = z.object({ window: Window });
export type ShowNumbers = z.output<typeof ShowNumbers>;

/** Net revenue in fen, orders paid, distinct buyers and visitors, and buyers ÷ visitors in bp. */
export const Numbers = z.object({
  netFen: Count,
  orders: Count,
  buyers: Count,
  visitors: Count,
  conversionBp: Count,
});
export type Numbers = z.output<typeof Numbers>;

export const Overview = z.object({
  window: Window,
  fromDay: z.string(),
  toDay: z.string(),
  now: Numbers,
  /** The same stretch before: the same weekday a week ago up to the same hour, or the 30 days before. */
  before: Numbers,
  days: z.array(z.object({ day: z.string(), netFen: Count, orders: Count, visitors: Count })),
});

const Leader = z.object({
  guideId: Id,
  name: z.string(),
  avatarUrl: z.string(),
  storeName: z.string(),
  netFen: Count,
  orders: Count,
  buyers: Count,
  /** Buyers with orders on two days or more in the window ÷ buyers, in bp. */
  repurchaseBp: Count,
  visitors: Count,
});
export const Leaders = z.object({ items: z.array(Leader) });

/** The rows that a number counts. */
export const ListRows = z.object({
  number: z.enum(['net', 'orders', 'buyers', 'visitors', 'guide']),
  window: Window,
  guideId: Id.optional(),
  cursor: Cursor.optional(),
});
export type ListRows = z.output<typeof ListRows>;

const Row = z.object({
  id: z.string(),
  /** What the row is: a paid order, money back, a buyer, or a visitor. */
  kind: z.enum(['order', 'refund', 'buyer', 'visitor']),
  title: z.string(),
  line: z.string(),
  amountFen: Count.nullable(),
  happenedAt: Instant,
});
export const RowPage = z.object({ items: z.array(Row), next: Cursor.nullable(), total: Count });
