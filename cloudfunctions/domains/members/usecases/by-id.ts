import type { World } from '../../registry';
import { findNames, findOpenids } from '../store';

/** Nickname and picture of members, by id; empty ids are passed over. */
export async function membersById(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  memberIds: readonly (string | null)[],
) {
  const wanted = [...new Set(memberIds.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await findNames(db, shop.shopId, wanted);
  return new Map(
    rows.map((row) => [
      row.memberId,
      { nickname: row.nickname === '' ? '微信用户' : row.nickname, avatarUrl: row.avatarUrl },
    ]),
  );
}

/** The openids of members, by id: what WeChat knows them by. Never for a screen or a log. */
export async function openidsOf(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(memberIds)];
  const rows = wanted.length === 0 ? [] : await findOpenids(db, shop.shopId, wanted);
  return new Map(rows.map((row) => [row.memberId, row.openid]));
}
