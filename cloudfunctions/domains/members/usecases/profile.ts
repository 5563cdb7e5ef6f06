import { insist, present } from '../../../kit/refusal';
import { dayOf } from '../../../kit/time';
import { transact, type Queries } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import type { Caller, Context, Events, Tables, World } from '../../registry';
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
  const { memberId, nickname, avatarUrl, phoneMask, birthday, joinedAt } = member;
  return {
    memberId,
    nickname: nickname === '' ? '微信用户' : nickname,
    avatarUrl,
    phoneMask,
    birthday,
    joinedAt,
    staff: caller.staff,
  };
}

/** My profile and what I am besides a shopper. */
export async function showMe(context: Context): Promise<Me> {
  return profileOf(context, context.db, context.caller);
}

/**
 * Saves my nickname, picture and birthday; what is left out stays. That they are all there now is announced.
 * Refuses a birthday that is yet to come.
 */
export async function saveProfile(context: Context, said: SaveProfile): Promise<Me> {
  const { db, shop, caller, nowMs } = context;
  const comes = (said.birthday ?? '') > dayOf(nowMs, shop.offsetMinutes);
  insist(comes ? refuse('bad_birthday') : null);
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  return transact(db, async (tx) => {
    const before = await findMember(tx, shop.shopId, caller.memberId);
    await saveNames(tx, { ...whose, ...said });
    const after = await findMember(tx, shop.shopId, caller.memberId);
    if (isFinished(after) && !isFinished(before)) {
      const payload: Events['members.profiled'] = { memberId: caller.memberId };
      await announce(tx, { shopId: shop.shopId, name: 'members.profiled', payload, nowMs });
    }
    return profileOf(context, tx, caller);
  });
}

function isFinished(member: Awaited<ReturnType<typeof findMember>>): boolean {
  if (member === undefined) return false;
  const { nickname, avatarUrl, birthday } = member;
  return nickname !== '' && avatarUrl !== '' && birthday !== null;
}

/** What the shop told me, newest first. */
export async function listNotices(context: Context) {
  return { items: await listNoticeRows(context.db, context.shop.shopId, context.caller.memberId) };
}

/** Tells a member something; it waits on her page until she reads it. The same `cause` is told once. */
export async function tellMember(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  notice: {
    memberId: string;
    kind: string;
    title: string;
    body: string;
    orderId: string | null;
    cause?: string;
  },
): Promise<void> {
  await addNoticeRow(tx, { shopId: world.shop.shopId, madeAt: world.nowMs, ...notice });
}
