import { z } from 'zod';
import { DeedKey, Instant } from '../members/schema';

/** What a message is about. The last two before the after-sale are marketing: they may be refused by the member. */
export const MessageKind = z.enum([
  'order_paid',
  'order_shipped',
  'pickup_ready',
  'refund_done',
  'group_result',
  'coupon_ending',
  'points_ending',
  'after_sale',
]);
export type MessageKind = z.output<typeof MessageKind>;

/** How a message leaves the shop. */
export type MessageChannel = 'subscribe' | 'service' | 'sms';

/** A moment at which a member may be asked to accept messages. */
export const MessageTap = z.enum(['place', 'paid', 'claim', 'team', 'afterSale']);
export type MessageTap = z.output<typeof MessageTap>;

/** Facts of a message, each kind with its own; amounts in fen, instants in ms. */
export type MessageFacts =
  | { kind: 'order_paid'; orderId: string; number: string; goods: string; fen: number; at: number }
  | {
      kind: 'order_shipped';
      orderId: string;
      number: string;
      goods: string;
      carrier: string;
      trackingNo: string;
      at: number;
    }
  | {
      kind: 'pickup_ready';
      orderId: string;
      number: string;
      goods: string;
      store: string;
      at: number;
    }
  | { kind: 'refund_done'; orderId: string; number: string; goods: string; fen: number; at: number }
  | { kind: 'group_result'; orderId: string; goods: string; won: boolean; note: string; at: number }
  | { kind: 'coupon_ending'; coupons: number; endsAt: number }
  | { kind: 'points_ending'; points: number; endsAt: number }
  | {
      kind: 'after_sale';
      orderId: string;
      number: string;
      goods: string;
      /** How it stands, ≤ 5 Chinese characters, such as 已同意. */
      state: string;
      note: string;
      at: number;
    };

/** A message's words by their names, as its template may need them; no more of a person than the template shows. */
export type MessageWords = Readonly<Record<string, string>>;

/** The templates to ask for, by the tap at which to ask; empty where there is nothing to ask for. */
export const TemplatesToAsk = z.object({
  taps: z.array(
    z.object({
      tap: MessageTap,
      templates: z
        .array(
          z.object({
            kind: MessageKind,
            templateId: z.string(),
            /** How many messages are accepted and not yet sent. */
            left: z.number().int(),
          }),
        )
        .max(3),
    }),
  ),
});

const TemplateIds = z.array(z.string().min(1).max(64)).max(3);

/** What the member answered to one question, once per key. */
export const Accepted = z.object({ key: DeedKey, accepted: TemplateIds, rejected: TemplateIds });
export type Accepted = z.output<typeof Accepted>;

/** Whether the shop may send offers and reminders; messages about her orders come all the same. */
export const Preferences = z.object({ marketing: z.boolean() });
export type Preferences = z.output<typeof Preferences>;

const Count = z.number().int();

/** What waits to leave the shop and what became of today's messages; an instant is null when nothing waits. */
export const Backlog = z.object({
  messages: z.object({
    waiting: Count,
    oldestAt: Instant.nullable(),
    sentToday: Count,
    refusedToday: Count,
    failedToday: Count,
  }),
  /** Why messages of today were not sent, the most frequent first. */
  reasons: z
    .array(z.object({ kind: MessageKind, reason: z.string(), say: z.string(), times: Count }))
    .max(50),
  /** Events whose reactions have not happened yet. */
  events: z.object({ waiting: Count, oldestAt: Instant.nullable(), failing: Count }),
});
