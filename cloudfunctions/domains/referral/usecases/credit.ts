import type { Queries } from '../../../platform/database';
import type { Caller, Tables, World } from '../../registry';
import {
  commissionParts,
  creditOrder,
  type CommissionLine,
  type OrderCredit,
} from '../rules/credit';
import { findBinding, findGuideTouches } from '../store';

/** An order as far as its credit goes. */
export interface CreditAsked {
  buyer: Caller;
  lines: readonly CommissionLine[];
  /** Where the order goes when nobody served it. */
  fallbackStoreId: string;
}

/** Whose sale an order placed now is, with its evidence and what guides will earn by it. */
export async function creditFor(
  world: Pick<World, 'db' | 'shop' | 'nowMs'>,
  asked: CreditAsked,
): Promise<OrderCredit> {
  const { db, shop, nowMs } = world;
  const { buyer, lines, fallbackStoreId } = asked;
  const terms = shop.settings.referral;
  const who = { shopId: shop.shopId, memberId: buyer.memberId };
  const [touches, bound] = await Promise.all([
    findGuideTouches(db, { ...who, fromMs: nowMs - terms.touchCountsMs, toMs: nowMs }),
    currentBinding(db, who),
  ]);
  const facts = {
    touches,
    bound: bound === null ? null : { ...bound, lastServedAt: bound.boundAt },
    buyer: buyer.staff,
    fallbackStoreId,
    placedAt: nowMs,
  };
  const credit = creditOrder(facts, terms);
  const served = [...touches, ...(bound === null ? [] : [bound])].find(
    (row) => row.guideId === credit.guideId,
  );
  return {
    ...credit,
    parts: commissionParts(credit, lines, served?.rateBp ?? 0, terms.serviceShareBp),
  };
}

/** Whom a member is bound to: a guide who works here; null without one. */
export async function currentBinding(
  db: Queries<Tables>,
  { shopId, memberId }: { shopId: string; memberId: string },
) {
  const row = await findBinding(db, shopId, memberId);
  if (row === undefined || row.storeId === null || row.rateBp === null) return null;
  const { turn, guideId, boundAt, storeId, rateBp } = row;
  return { turn, guideId, boundAt, storeId, rateBp };
}
