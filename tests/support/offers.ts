import { sql } from 'kysely';
import { Choice } from '../../cloudfunctions/domains/cart/schema';
import { CouponDraft } from '../../cloudfunctions/domains/coupons/schema';
import { createBatch } from '../../cloudfunctions/domains/coupons/usecases/batches';
import { claimMine } from '../../cloudfunctions/domains/coupons/usecases/mine';
import { PromotionDraft } from '../../cloudfunctions/domains/promotions/schema/promotion';
import { createPromotion } from '../../cloudfunctions/domains/promotions/usecases/create';
import { day, hour } from '../../cloudfunctions/kit/time';
import type { Context, Database, StaffContext } from '../../cloudfunctions/domains/registry';
import { newId } from '../../cloudfunctions/platform/ids';
import { noon } from './small-rows';

/** A shopper who leaves every choice to the shop. */
export const openChoice = Choice.parse({});

/** A promotion for all goods from an hour ago for three days; with `terms` and whatever else is said. */
export function promotionDraft(terms: object, more: object = {}): PromotionDraft {
  return PromotionDraft.parse({
    name: '周末活动',
    startsAt: noon - hour,
    endsAt: noon + 3 * day,
    scope: { all: true },
    terms,
    ...more,
  });
}

/** A 秒杀 of these SKUs at ¥1 with ten pieces each. */
export function flashDraft(skuIds: readonly string[], more: object = {}): PromotionDraft {
  const goods = skuIds.map((skuId) => ({ skuId, priceFen: 100, pieces: 10 }));
  return promotionDraft({ kind: 'flash', goods, mostPerMember: 2 }, { name: '限时秒杀', ...more });
}

/** Adds an order that was paid, with nothing in it; its id. */
export async function addOrder(
  db: Database,
  order: { shopId: string; memberId: string; payableFen: number; paidAt?: number | null },
): Promise<string> {
  const { shopId, memberId, payableFen, paidAt = noon } = order;
  const orderId = newId();
  await sql`insert into orders (shop_id, order_id, number, member_id, state, delivery, store_id, goods_fen,
      freight_fen, payable_fen, due_fen, quote, credit, placed_at, expires_at, paid_at)
    values (${shopId}, ${orderId}, ${orderId}, ${memberId}, ${paidAt === null ? 'unpaid' : 'paid'}, 'pickup', ${shopId},
      ${payableFen}, 0, ${payableFen}, ${payableFen}, '{}', '{"parts":[]}', ${noon}, ${noon}, ${paidAt})`.execute(
    db,
  );
  return orderId;
}

/** A batch of twenty coupons of ¥10 from ¥100 on, to be claimed for three days, good for seven; with whatever else is said. */
export function couponDraft(more: object = {}): CouponDraft {
  return CouponDraft.parse({
    name: '满百减十',
    terms: { kind: 'fixed', offFen: 1_000 },
    thresholdFen: 10_000,
    scope: { all: true },
    validity: { by: 'days', days: 7 },
    giving: { by: 'claim' },
    total: 20,
    opensAt: noon - hour,
    closesAt: noon + 3 * day,
    ...more,
  });
}

/** Makes such a batch; its id. */
export async function makeBatch(manager: StaffContext, more: object = {}): Promise<string> {
  const draft = couponDraft(more);
  return (await createBatch(manager, { key: newId(), draft })).batchId;
}

/** Some of every offer: a 秒杀 of a SKU, batches given in each way, a coupon, a code and a packet; the ids. */
export async function addOffers(
  manager: StaffContext,
  owner: Context,
  skuId: string,
): Promise<string[]> {
  const { db, shop } = manager;
  const { shopId } = shop;
  const flash = await createPromotion(manager, { key: newId(), draft: flashDraft([skuId]) });
  const ways = [
    { by: 'claim' },
    { by: 'code' },
    { by: 'targeted' },
    { by: 'packet', pieces: 9 },
    { by: 'points', points: 1 },
  ];
  const batchIds: string[] = [];
  for (const giving of ways)
    batchIds.push(await makeBatch(manager, { giving, perMember: 20, audience: { levels: [0] } }));
  const [claimed = '', byCode = '', , byPacket = ''] = batchIds;
  const { couponId } = await claimMine(owner, { batchId: claimed });
  const code = { code: 'NULL', batchId: byCode, lotId: newId(), couponId: null };
  await db
    .insertInto('couponCodes')
    .values({ shopId, ...code, madeAt: noon })
    .execute();
  const packet = { packetId: '0123456789abcdefghij', batchId: byPacket, pieces: 9, taken: 0 };
  const of = { ownerId: owner.caller.memberId, orderId: newId(), endsAt: noon + 3 * day };
  await db
    .insertInto('couponPackets')
    .values({ shopId, ...packet, ...of, madeAt: noon })
    .execute();
  return [flash.promotionId, ...batchIds, couponId];
}
