import { present } from '../../../kit/refusal';
import type { Queries } from '../../../platform/database';
import type { Caller, Context, Tables, World } from '../../registry';
import { refuse } from '../refusals';
import type { Me, SaveProfile } from '../schema';
import { addNoticeRow, findMember, listNoticeRows, saveNames } from '../store';

/** A member's own page. */
export async function profileOf(
  world: Pick<World, 'shop'>,
  db: Queries<Tables>,
  caller: Caller,
): Promise<Me> {
  const member = present(
    await findMember(db, world.shop.shopId, caller.memberId),
    refuse('sign_in_first'),
  );
  const { memberId, nickname, avatarUrl, phoneMask, joinedAt } = member;
  return {
    memberId,
    nickname: nickname === '' ? '微信用户' : nickname,
    avatarUrl,
    phoneMask,
    joinedAt,
    staff: caller.staff,
  };
}

/** My profile and what I am besides a shopper. */
export async function showMe(context: Context): Promise<Me> {
  return profileOf(context, context.db, context.caller);
}

/** Saves my nickname and picture. */
export async function saveProfile(context: Context, names: SaveProfile): Promise<Me> {
  await saveNames(context.db, {
    shopId: context.shop.shopId,
    memberId: context.caller.memberId,
    ...names,
  });
  return showMe(context);
}

/** What the shop told me, newest first. */
export async function listNotices(context: Context) {
  return { items: await listNoticeRows(context.db, context.shop.shopId, context.caller.memberId) };
}

/** Tells a member something; it waits on her page until she reads it. */
export async function tellMember(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  notice: { memberId: string; kind: string; title: string; body: string; orderId: string | null },
): Promise<void> {
  await addNoticeRow(tx, { shopId: world.shop.shopId, madeAt: world.nowMs, ...notice });
}
