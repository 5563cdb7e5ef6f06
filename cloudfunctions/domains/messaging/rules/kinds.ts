import type { MessageKind, MessageTap } from '../schema';

/** Messages that a member may refuse and that caps and quiet hours hold: reminders to buy. */
const marketing: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'coupon_ending',
  'points_ending',
]);

/** Whether a kind is marketing; the others are about what a member did herself. */
export function isMarketing(kind: MessageKind): boolean {
  return marketing.has(kind);
}

/** What is asked for at which tap: WeChat takes three templates at most. */
export const askedAt: Readonly<Record<MessageTap, readonly MessageKind[]>> = {
  place: ['order_paid'],
  paid: ['order_shipped', 'pickup_ready', 'refund_done'],
  claim: ['coupon_ending', 'points_ending'],
  team: ['group_result'],
  afterSale: ['after_sale', 'refund_done'],
};
