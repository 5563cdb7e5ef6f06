import type { Queries } from '../../../platform/database';
import type { Caller, Tables, World } from '../../registry';
import {
  commissionLines,
  commissionParts,
  creditOrder,
  type CommissionLine,
  type OrderCredit,
} from '../rules/credit';
import { findBinding, type findGuideTouches } from '../store';

type Here = Pick<World, 'shop' | 'nowMs'>;

/** What the rows say of a buyer: which guide's card she opened last, and whom she is bound to. */
export type SeenBuyer = ReturnType<typeof seenBuyer>;

export type GuideTouchRow = Awaited<ReturnType<typeof findGuideTouches>>[number];
export type BindingRow = NonNullable<Awaited<ReturnType<typeof findBinding>>>;

/** What the last row of `guide_touches` and that of `binding_of` say of a buyer. */
export function seenBuyer(touch: GuideTouchRow | null, binding: BindingRow | null) {
  return { touches: touch === null ? [] : [touch], bound: boundNow(binding ?? undefined) };
}

/** Since when a guide's touch counts for an order placed now, in ms. */
export function touchesCountFrom({ shop, nowMs }: Pick<World, 'shop' | 'nowMs'>): number {
  return nowMs - shop.settings.referral.touchCountsMs;
}

/** An order as far as its credit goes. */
export interface CreditAsked {
  buyer: Caller;
  seen: SeenBuyer;
  lines: readonly CommissionLine[];
  /** Where the order goes when nobody served it. */
  fallbackStoreId: string;
}

/** Whose sale an order placed now is, with its evidence and what guides will earn by it. */
export function creditFor({ shop, nowMs }: Here, asked: CreditAsked): OrderCredit {
  const { buyer, seen, lines, fallbackStoreId } = asked;
  const { touches, bound } = seen;
  const terms = shop.settings.referral;
  const facts = {
    touches,
    bound: bound === null ? null : { ...bound, lastServedAt: bound.boundAt },
    buyer: buyer.staff,
    fallbackStoreId,
    placedAt: nowMs,
  };
  const credit = creditOrder(facts, terms);
  const guides = [...touches, ...(bound === null ? [] : [bound])];
  const rateBp = guides.find((row) => row.guideId === credit.guideId)?.rateBp ?? 0;
  const parts = commissionParts(credit, lines, rateBp, terms.serviceShareBp);
  return parts.length === 0 ? credit : { ...credit, parts, lines: commissionLines(lines, rateBp) };
}

/** Whom a member is bound to: a guide who works here; null without one. */
export async function currentBinding(
  db: Queries<Tables>,
  { shopId, memberId }: { shopId: string; memberId: string },
) {
  return boundNow(await findBinding(db, shopId, memberId));
}

function boundNow(row: BindingRow | undefined) {
  if (row === undefined || row.storeId === null || row.rateBp === null) return null;
  const { turn, guideId, boundAt, storeId, rateBp } = row;
  return { turn, guideId, boundAt, storeId, rateBp };
}
