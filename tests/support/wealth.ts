import { sql } from 'kysely';
import type { Scope } from '../../cloudfunctions/domains/promotions/schema/scope';
import type { Context, Database } from '../../cloudfunctions/domains/registry';
import { day } from '../../cloudfunctions/kit/time';
import { newId } from '../../cloudfunctions/platform/ids';

type Who = Pick<Context, 'db' | 'shop' | 'nowMs' | 'caller'>;

/** Gives a member points that end in thirty days. */
export async function addPoints({ db, shop, nowMs, caller }: Who, points: number): Promise<void> {
  await sql`select points_give(${shop.shopId}, ${caller.memberId}, ${points}, ${nowMs + 30 * day}, 'test',
    ${newId()}, ${nowMs})`.execute(db);
}

/** Gives a member stored value, principal and gift apart, in fen. */
export async function addStored(
  { db, shop, nowMs, caller }: Who,
  principalFen: number,
  giftFen: number,
): Promise<void> {
  await sql`select wallet_give(${shop.shopId}, ${caller.memberId}, 'shop', ${principalFen}, ${giftFen}, 'test',
    ${newId()}, ${nowMs})`.execute(db);
}

/** Gives a member a coupon for all goods that ends in ten days; its id. */
export async function addCoupon(
  { db, shop, nowMs, caller }: Who,
  terms: object,
  { thresholdFen = 0, endsAt = nowMs + 10 * day }: { thresholdFen?: number; endsAt?: number } = {},
): Promise<string> {
  const [batchId, couponId] = [newId(), newId()];
  const scope: Partial<Scope> = { all: true, not: { productIds: [], categoryIds: [], tags: [] } };
  const whole = { productIds: [], categoryIds: [], tags: [], ...scope };
  const nobodyLeftOut = { storeIds: [], levels: [], tags: [], newBuyers: false };
  await sql`insert into coupon_batches (shop_id, batch_id, name, terms, threshold_fen, scope, audience, validity,
      giving, total, per_member, opens_at, closes_at, made_by, made_at)
    values (${shop.shopId}, ${batchId}, '店铺券', ${JSON.stringify(terms)}::jsonb, ${thresholdFen},
      ${JSON.stringify(whole)}::jsonb, ${JSON.stringify(nobodyLeftOut)}::jsonb, '{"by":"days","days":10}',
      '{"by":"targeted"}', 100, 9, 0, ${nowMs + 99 * day}, ${caller.memberId}, ${nowMs})`.execute(
    db,
  );
  await sql`insert into coupon_tallies (shop_id, batch_id, claimed) values (${shop.shopId}, ${batchId}, 1)`.execute(
    db,
  );
  await sql`insert into coupons (shop_id, coupon_id, batch_id, member_id, state, source, cause, starts_at, ends_at,
      given_at)
    values (${shop.shopId}, ${couponId}, ${batchId}, ${caller.memberId}, 'available', 'guide', ${couponId},
      ${nowMs - 1}, ${endsAt}, ${nowMs})`.execute(db);
  return couponId;
}

/** What a member has: points, stored value, and the state of each of her coupons. */
export async function wealthOf(db: Database, memberId: string) {
  const { rows } = await sql<{
    points: number;
    principal: number;
    gift: number;
    coupons: string[];
  }>`
    select coalesce((select points from points_accounts where member_id = ${memberId}), 0) as points,
      coalesce((select principal_fen from wallets where member_id = ${memberId}), 0) as principal,
      coalesce((select gift_fen from wallets where member_id = ${memberId}), 0) as gift,
      array(select state from coupons where member_id = ${memberId} order by given_at, coupon_id) as coupons`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('nobody has this id');
  return row;
}
