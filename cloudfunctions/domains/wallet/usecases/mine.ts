import type { z } from 'zod';
import { pageOf, placeBehind } from '../../../kit/cursor';
import type { Context } from '../../registry';
import { movementText } from '../rules/recharge';
import type { ListWallet, MyWallet, WalletPage } from '../schema';
import { findWallet, listMovements } from '../store';

const pageSize = 20;

/** My stored value, and what may be recharged. */
export async function showWallet({ db, shop, caller }: Context): Promise<z.input<typeof MyWallet>> {
  const stored = await findWallet(db, { shopId: shop.shopId, memberId: caller.memberId });
  const { plans, terms } = shop.settings.wallet;
  return { ...stored, plans, terms };
}

/** What moved my stored value, newest first, principal and gift apart. */
export async function listWallet(
  { db, shop, caller }: Context,
  { cursor }: ListWallet,
): Promise<z.input<typeof WalletPage>> {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const found = await listMovements(db, whose, { after: placeBehind(cursor), limit: pageSize + 1 });
  const { rows, next } = pageOf(found, pageSize, ({ madeAt, entryId }) => ({
    value: madeAt,
    id: entryId,
  }));
  const items = rows.map(({ fromAccount: from, toAccount: to, fen, ...entry }) => ({
    ...entry,
    fen: to === 'member' ? fen : -fen,
    say: movementText({ from, to, purse: entry.purse }),
  }));
  return { items, next };
}
