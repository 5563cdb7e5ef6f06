import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { bindsAtOrder, bindsAtTouch, type BindingReason } from '../rules/binding';
import {
  addBinding,
  addVisitorJoin,
  findBinding,
  findFirstVisitorTouch,
  findGuideTouches,
} from '../store';

type Tx = Queries<Tables>;
type Here = Pick<World, 'shop' | 'nowMs'>;

interface TouchCause {
  guideId: string;
  storeId: string;
  touchId: string;
}

/** Binds a member who opened a guide's card, when the shop's mode says so. */
export async function bindByTouch(
  world: Here,
  tx: Tx,
  memberId: string,
  touch: TouchCause,
): Promise<void> {
  const { shop, nowMs } = world;
  const before = await findBinding(tx, shop.shopId, memberId);
  const bound =
    before === undefined
      ? null
      : { ...before, storeId: before.storeId ?? '', lastServedAt: before.boundAt };
  const reason = bindsAtTouch(bound, { ...touch, atMs: nowMs }, shop.settings.referral);
  if (reason !== null) await bind(world, tx, { memberId, before, reason, ...touch, orderId: null });
}

/** Takes over what a visitor did before she joined: her touches and, unless she is a guide, an owner. */
export async function joinVisitor(
  world: Here,
  tx: Tx,
  join: { memberId: string; visitorId: string; binds: boolean },
): Promise<void> {
  const { shop, nowMs } = world;
  const { memberId, visitorId, binds } = join;
  const touch = await findFirstVisitorTouch(tx, shop.shopId, visitorId);
  await addVisitorJoin(tx, { shopId: shop.shopId, visitorId, memberId, joinedAt: nowMs });
  if (touch !== undefined && binds) await bindByTouch(world, tx, memberId, touch);
}

/** An order that was paid, as far as binding goes. */
export interface ServedOrder {
  orderId: string;
  memberId: string;
  guideId: string;
  storeId: string;
  touchId: string;
  placedAt: number;
  /** When the owner of before last served an order of this member; null when never. */
  ownerServedAt: (ownerId: string) => Promise<number | null>;
}

/** Binds the buyer to the guide whose card brought the order, when the protection of the owner allows it. */
export async function bindByOrder(world: Here, tx: Tx, order: ServedOrder): Promise<void> {
  const { shop } = world;
  const { memberId, guideId, storeId, placedAt } = order;
  const before = await findBinding(tx, shop.shopId, memberId);
  const bound =
    before === undefined
      ? null
      : {
          guideId: before.guideId,
          storeId: before.storeId ?? '',
          boundAt: before.boundAt,
          lastServedAt: await lastServed(world, tx, order, before),
        };
  const reason = bindsAtOrder(bound, { guideId, storeId, atMs: placedAt }, shop.settings.referral);
  if (reason !== null) await bind(world, tx, { ...order, before, reason });
}

async function lastServed(
  world: Here,
  tx: Tx,
  order: ServedOrder,
  owner: { guideId: string; boundAt: number },
): Promise<number> {
  const { shop } = world;
  const [touch] = await findGuideTouches(tx, {
    shopId: shop.shopId,
    memberId: order.memberId,
    guideId: owner.guideId,
    fromMs: owner.boundAt,
    toMs: order.placedAt,
  });
  const served = await order.ownerServedAt(owner.guideId);
  return Math.max(owner.boundAt, touch?.touchedAt ?? 0, served ?? 0);
}

interface Change extends TouchCause {
  memberId: string;
  before: { turn: number; guideId: string } | undefined;
  reason: BindingReason;
  orderId: string | null;
}

async function bind({ shop, nowMs }: Here, tx: Tx, change: Change): Promise<void> {
  const { memberId, guideId, storeId, touchId, orderId, reason, before } = change;
  await addBinding(tx, {
    shopId: shop.shopId,
    memberId,
    turn: (before?.turn ?? 0) + 1,
    guideId,
    storeId,
    beforeId: before?.guideId ?? null,
    reason,
    touchId,
    orderId,
    boundAt: nowMs,
  });
}
