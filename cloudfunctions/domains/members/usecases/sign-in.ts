import { present } from '../../../kit/refusal';
import type { Queries } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import type { Caller, Events, Tables, VisitorContext } from '../../registry';
import { refuse } from '../refusals';
import { addMember, findCaller, type CallerRow } from '../store';

export type { CallerRow };

/** The caller with this openid and her post here; null when she never joined. */
export async function recogniseCaller(
  db: Queries<Tables>,
  shopId: string,
  openid: string,
): Promise<Caller | null> {
  return callerIn((await findCaller(db, shopId, openid)) ?? null, openid);
}

/** What a row of `caller_of` says of who calls; null when there was none. */
export function callerIn(row: CallerRow | null, openid: string): Caller | null {
  if (row === null) return null;
  const { memberId, nickname, staffId, role, name, storeId } = row;
  const works = staffId !== null && role !== null && name !== null && storeId !== null;
  return { memberId, openid, nickname, staff: works ? { staffId, role, name, storeId } : null };
}

/**
 * The member behind the platform's identity, who joins at her first call; that she did is announced then, and
 * only then. Refuses callers without an identity.
 */
export async function joinShop(context: VisitorContext, tx: Queries<Tables>): Promise<Caller> {
  if (context.caller !== null) return context.caller;
  const { openid } = present(context.identity, refuse('sign_in_first'));
  const { shop, nowMs } = context;
  const memberId = await addMember(tx, shop.shopId, openid, nowMs);
  if (memberId !== undefined) {
    const payload: Events['members.joined'] = { memberId };
    await announce(tx, { shopId: shop.shopId, name: 'members.joined', payload, nowMs });
  }
  return present(await recogniseCaller(tx, context.shop.shopId, openid), refuse('sign_in_first'));
}
