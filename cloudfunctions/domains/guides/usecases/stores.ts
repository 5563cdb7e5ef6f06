import { present } from '../../../kit/refusal';
import type { VisitorContext, World } from '../../registry';
import { refuse } from '../refusals';
import type { GuideCard, Store } from '../schema';
import { findGuides, findStore, listStoreRows } from '../store';

/** Stores where goods can be picked up. */
export async function listStores({ db, shop }: VisitorContext) {
  return { items: await listStoreRows(db, shop.shopId) };
}

/** One store for its counter. Refuses missing stores; a closed one only when `mustBeOpen`. */
export async function oneStore(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  storeId: string,
  mustBeOpen: boolean,
): Promise<Store> {
  const row = present(await findStore(db, shop.shopId, storeId), refuse('no_such_store'));
  return storeIn(row, mustBeOpen);
}

/** A store as it is found among an order's facts. */
export type StoreRow = NonNullable<Awaited<ReturnType<typeof findStore>>>;

/** The store that is meant to hand goods out now. Refuses missing and closed ones. */
export function openStore(row: StoreRow | null): Store {
  return storeIn(present(row, refuse('no_such_store')), true);
}

function storeIn({ open, ...store }: StoreRow, mustBeOpen: boolean): Store {
  return present(open || !mustBeOpen ? store : null, refuse('no_such_store'));
}

/** Guides by id: store, rate, and what shoppers see of them. */
export async function guidesById(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  guideIds: readonly string[],
) {
  return findGuides(db, shop.shopId, guideIds);
}

/** One guide as shoppers see her; null without an id and for ids of nobody. */
export async function guideCard(
  world: Pick<World, 'db' | 'shop'>,
  guideId: string | null,
): Promise<GuideCard | null> {
  if (guideId === null) return null;
  const [row] = await guidesById(world, [guideId]);
  return row === undefined ? null : cardOf(row);
}

/** What shoppers see of a guide. */
function cardOf({ guideId, name, title, avatarUrl, greeting, storeName }: GuideCard): GuideCard {
  return { guideId, name, title, avatarUrl, greeting, storeName };
}
