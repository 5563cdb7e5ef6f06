import { sql } from 'kysely';
import type { Queries } from '../../platform/database';
import { idFrom, newId } from '../../platform/ids';
import type { Tables } from '../registry';
import type { MemberTables } from './tables';

type Db = Queries<Tables>;

/** A caller as `caller_of` finds her. */
export interface CallerRow {
  memberId: string;
  nickname: string;
  staffId: string | null;
  role: 'guide' | 'manager' | null;
  name: string | null;
  storeId: string | null;
}

/** Who calls: the member with this openid and the post that she holds today; undefined when she never joined. */
export async function findCaller(db: Db, shopId: string, openid: string) {
  const { rows } = await sql<CallerRow>`select * from caller_of(${shopId}, ${openid})`.execute(db);
  return rows[0];
}

/** Adds a member unless the openid has joined already; her id when she is new. */
export async function addMember(
  db: Db,
  shopId: string,
  openid: string,
  nowMs: number,
): Promise<string | undefined> {
  const added = await db
    .insertInto('members')
    .values({
      shopId,
      memberId: newId(),
      openid,
      nickname: '',
      avatarUrl: '',
      phoneSealed: null,
      phoneMask: null,
      joinedAt: nowMs,
      lastSeenAt: nowMs,
    })
    .onConflict((conflict) => conflict.columns(['shopId', 'openid']).doNothing())
    .returning('memberId')
    .executeTakeFirst();
  return added?.memberId;
}

/** One member, whole. */
export async function findMember(db: Db, shopId: string, memberId: string) {
  return db
    .selectFrom('members')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
}

/** What a member says of herself; what she leaves out stays as it was. */
interface Said {
  nickname: string;
  avatarUrl?: string | undefined;
  birthday?: string | undefined;
}

/** Saves what a member says of herself. */
export async function saveNames(db: Db, member: { shopId: string; memberId: string } & Said) {
  const { shopId, memberId, nickname, avatarUrl, birthday } = member;
  await db
    .updateTable('members')
    .set({
      nickname,
      ...(avatarUrl === undefined ? {} : { avatarUrl }),
      ...(birthday === undefined ? {} : { birthday }),
    })
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .execute();
}

/** A member's addresses, the default first, then the latest saved. */
export async function listAddressRows(db: Db, shopId: string, memberId: string) {
  return db
    .selectFrom('addresses')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('removedAt', 'is', null)
    .orderBy('isDefault', 'desc')
    .orderBy('savedAt', 'desc')
    .limit(50)
    .execute();
}

/** Takes the mark of default address from all of a member's addresses. */
export async function clearDefaultAddress(db: Db, shopId: string, memberId: string): Promise<void> {
  await db
    .updateTable('addresses')
    .set({ isDefault: false })
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('isDefault', '=', true)
    .execute();
}

/** Adds an address, or saves it over the one with the same id. */
export async function saveAddressRow(db: Db, row: MemberTables['addresses']): Promise<void> {
  const { shopId: _shop, addressId: _id, memberId: _member, ...changed } = row;
  await db
    .insertInto('addresses')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'addressId']).doUpdateSet(changed))
    .execute();
}

/** Marks an address as removed; answers whether it was there. */
export async function removeAddressRow(
  db: Db,
  address: { shopId: string; memberId: string; addressId: string },
  nowMs: number,
) {
  const { shopId, memberId, addressId } = address;
  const done = await db
    .updateTable('addresses')
    .set({ removedAt: nowMs, isDefault: false })
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('addressId', '=', addressId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Locks a member, so that what she does at the same time elsewhere waits. */
export async function lockMember(db: Db, shopId: string, memberId: string): Promise<void> {
  await db
    .selectFrom('members')
    .select('memberId')
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .forUpdate()
    .execute();
}

/** Writes what the shop tells a member; what has a `cause` is written once for each member and cause. */
export async function addNoticeRow(
  db: Db,
  { cause, ...row }: Omit<MemberTables['notices'], 'noticeId'> & { cause?: string | undefined },
): Promise<void> {
  const noticeId = cause === undefined ? newId() : idFrom(`${row.memberId} ${row.kind} ${cause}`);
  await db
    .insertInto('notices')
    .values({ ...row, noticeId })
    .onConflict((conflict) => conflict.columns(['shopId', 'noticeId']).doNothing())
    .execute();
}

/** The latest notices of a member, newest first. */
export async function listNoticeRows(db: Db, shopId: string, memberId: string) {
  return db
    .selectFrom('notices')
    .select(['noticeId', 'kind', 'title', 'body', 'orderId', 'madeAt'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .orderBy('madeAt', 'desc')
    .limit(50)
    .execute();
}

/** Nicknames and pictures of members. */
export async function findNames(db: Db, shopId: string, memberIds: readonly string[]) {
  return db
    .selectFrom('members')
    .select(['memberId', 'nickname', 'avatarUrl'])
    .where('shopId', '=', shopId)
    .where('memberId', 'in', [...memberIds])
    .execute();
}

/** The openids of members. */
export async function findOpenids(db: Db, shopId: string, memberIds: readonly string[]) {
  return db
    .selectFrom('members')
    .select(['memberId', 'openid'])
    .where('shopId', '=', shopId)
    .where('memberId', 'in', [...memberIds])
    .execute();
}

/** The marks that people of the shop gave a member. */
export async function listTags(db: Db, shopId: string, memberId: string) {
  return db
    .selectFrom('memberTags')
    .select('tag')
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .orderBy('tag')
    .limit(200)
    .execute();
}

/** A key as `take_key` takes it. */
export interface KeyedDeed {
  shopId: string;
  memberId: string;
  key: string;
  deed: string;
  bodyHash: string;
  resultId: string;
  nowMs: number;
}

/** Takes a key for a deed: new, there already with the result of before, or used for something else. */
export async function takeKey(db: Db, deed: KeyedDeed) {
  const { shopId, memberId, key, bodyHash, resultId, nowMs } = deed;
  const { rows } = await sql<{
    taken:
      { outcome: 'taken' | 'again'; resultId: string } | { outcome: 'key_reused'; resultId: null };
  }>`select take_key(${shopId}, ${memberId}, ${key}, ${deed.deed}, ${bodyHash}, ${resultId}, ${nowMs}) as taken`.execute(
    db,
  );
  return rows[0]?.taken;
}

/** Members born on one of some days (month × 100 + day), in the order of their ids, from one on. */
export async function listBorn(
  db: Db,
  born: { shopId: string; days: readonly number[] },
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('members')
    .select('memberId')
    .where('shopId', '=', born.shopId)
    .where(
      sql<boolean>`birthday is not null
        and (extract(month from birthday) * 100 + extract(day from birthday))::int = any (${[...born.days]}::int[])`,
    )
    .$if(afterId !== null, (query) => query.where('memberId', '>', afterId ?? ''))
    .orderBy('memberId')
    .limit(limit)
    .execute();
  return rows.map(({ memberId }) => memberId);
}
