import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';

type Db = Queries<Tables>;

/** The shop's open stores, in their order. */
export async function listStoreRows(db: Db, shopId: string) {
  return db
    .selectFrom('stores')
    .select(['storeId', 'name', 'city', 'address', 'phone', 'hours', 'pictureUrl'])
    .where('shopId', '=', shopId)
    .where('open', '=', true)
    .orderBy('position')
    .limit(500)
    .execute();
}

/** One store, open or not. */
export async function findStore(db: Db, shopId: string, storeId: string) {
  return db
    .selectFrom('stores')
    .select(['storeId', 'name', 'city', 'address', 'phone', 'hours', 'pictureUrl', 'open'])
    .where('shopId', '=', shopId)
    .where('storeId', '=', storeId)
    .executeTakeFirst();
}

/** Guides by id with their store and rate; those who left are among them. */
export async function findGuides(db: Db, shopId: string, guideIds: readonly string[]) {
  if (guideIds.length === 0) return [];
  return db
    .selectFrom('staff as s')
    .innerJoin('stores as t', (join) =>
      join.onRef('t.shopId', '=', 's.shopId').onRef('t.storeId', '=', 's.storeId'),
    )
    .select([
      's.staffId as guideId',
      's.memberId',
      's.name',
      's.title',
      's.avatarUrl',
      's.greeting',
      's.storeId',
      's.rateBp',
      's.leftAt',
      't.name as storeName',
    ])
    .where('s.shopId', '=', shopId)
    .where('s.staffId', 'in', [...guideIds])
    .execute();
}

/** The members behind posts that are held today: one post, or managers' of a store or of all. */
export async function listPosts(
  db: Db,
  shopId: string,
  wanted: { staffId: string } | { managersOf: string | null },
) {
  const storeId = 'managersOf' in wanted ? wanted.managersOf : null;
  return db
    .selectFrom('staff')
    .select('memberId')
    .where('shopId', '=', shopId)
    .where('leftAt', 'is', null)
    .$if('staffId' in wanted, (query) =>
      query.where('staffId', '=', 'staffId' in wanted ? wanted.staffId : ''),
    )
    .$if('managersOf' in wanted, (query) => query.where('role', '=', 'manager'))
    .$if(storeId !== null, (query) => query.where('storeId', '=', storeId ?? ''))
    .orderBy('staffId')
    .limit(200)
    .execute();
}
