import {
  bindsAtOrder,
  bindsAtTouch,
  type BindingReason,
} from '../../../../domains/referral/rules/binding';
import type { Bound, GuideTouch } from '../../../../domains/referral/rules/credit';
import { ShopSettings } from '../../../../domains/settings';
import type { Binding, OrderStory, Share, ShopWorld, Touch } from '../types';

/** The demo shop keeps the numbers that the rules decide. */
export const settings = ShopSettings.parse({});

/** What ties one member to guides, as her history goes on. */
export interface Ties {
  readonly memberId: string;
  readonly touches: Touch[];
  readonly bindings: Binding[];
  readonly orders: OrderStory[];
  /** The store of each card's guide, for the evidence of a touch. */
  readonly storeOf: (guideId: string) => string;
}

/** Nothing ties her yet. */
export function noTies(world: ShopWorld, memberId: string): Ties {
  const stores = new Map(world.staff.map(({ staffId, storeId }) => [staffId, storeId]));
  return {
    memberId,
    touches: [],
    bindings: [],
    orders: [],
    storeOf: (guideId) => stores.get(guideId) ?? world.stores[0]?.storeId ?? '',
  };
}

/** Her touches of guides' cards, as the rule of credit reads them. */
export function guideTouches(ties: Ties): GuideTouch[] {
  return ties.touches.flatMap(({ touchId, guideId, shareId, touchedAt }) =>
    guideId === null
      ? []
      : [{ touchId, guideId, storeId: ties.storeOf(guideId), shareId, touchedAt }],
  );
}

/** Whom she is bound to at `atMs`, and when that guide last met or served her. */
export function boundAt(ties: Ties, atMs: number): Bound | null {
  const last = ties.bindings.at(-1);
  if (last === undefined) return null;
  const met = ties.touches.filter(
    ({ guideId, touchedAt }) =>
      guideId === last.guideId && touchedAt > last.boundAt && touchedAt <= atMs,
  );
  const served = ties.orders.flatMap(({ order }) =>
    order.guideId === last.guideId && order.paidAt !== null && order.paidAt <= atMs
      ? [order.paidAt]
      : [],
  );
  const lastServedAt = Math.max(last.boundAt, ...met.map(({ touchedAt }) => touchedAt), ...served);
  return { guideId: last.guideId, storeId: last.storeId, boundAt: last.boundAt, lastServedAt };
}

/** She opened a guide's card at `atMs`: it binds her when the rule says so. */
export function bindByCard(ties: Ties, touch: Touch, share: Share | null, atMs: number): void {
  if (share === null || share.guideId === null) return;
  const cause = { guideId: share.guideId, storeId: ties.storeOf(share.guideId), atMs };
  const reason = bindsAtTouch(boundAt(ties, atMs), cause, settings.referral);
  if (reason !== null) bind(ties, cause, reason, { touchId: touch.touchId, orderId: null });
}

/** An order was paid: the guide whose card brought it becomes the owner when the rule says so. */
export function bindByOrder(ties: Ties, { order }: OrderStory): void {
  const { credit, paidAt, placedAt } = order;
  const { touchId } = credit.evidence;
  if (paidAt === null || credit.guideId === null || touchId === null) return;
  const cause = { guideId: credit.guideId, storeId: credit.storeId, atMs: placedAt };
  const reason = bindsAtOrder(boundAt(ties, placedAt), cause, settings.referral);
  if (reason !== null)
    bind(ties, { ...cause, atMs: paidAt }, reason, { touchId, orderId: order.orderId });
}

function bind(
  ties: Ties,
  cause: { guideId: string; storeId: string; atMs: number },
  reason: BindingReason,
  evidence: { touchId: string; orderId: string | null },
): void {
  const before = ties.bindings.at(-1);
  ties.bindings.push({
    memberId: ties.memberId,
    turn: (before?.turn ?? 0) + 1,
    guideId: cause.guideId,
    storeId: cause.storeId,
    beforeId: before?.guideId ?? null,
    reason,
    ...evidence,
    boundAt: cause.atMs,
  });
}
