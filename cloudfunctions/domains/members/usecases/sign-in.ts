import { present } from '../../../kit/refusal';
import type { Queries } from '../../../platform/database';
import type { Caller, Tables, VisitorContext } from '../../registry';
import { refuse } from '../refusals';
import { addMember, findCaller } from '../store';

/** The caller with this openid and her post here; null when she never joined. */
export async function recogniseCaller(
  db: Queries<Tables>,
  shopId: string,
  openid: string,
): Promise<Caller | null> {
  const row = await findCaller(db, shopId, openid);
  if (row === undefined) return null;
  const { memberId, nickname, staffId, role, name, storeId } = row;
  const works = staffId !== null && role !== null && name !== null && storeId !== null;
  return { memberId, openid, nickname, staff: works ? { staffId, role, name, storeId } : null };
}

/** The member behind the platform's identity, who joins at her first call. Refuses callers without one. */
export async function joinShop(context: VisitorContext, tx: Queries<Tables>): Promise<Caller> {
  if (context.caller !== null) return context.caller;
  const { openid } = present(context.identity, refuse('sign_in_first'));
  await addMember(tx, context.shop.shopId, openid, context.nowMs);
  return present(await recogniseCaller(tx, context.shop.shopId, openid), refuse('sign_in_first'));
}
