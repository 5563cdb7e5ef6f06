import { sql } from 'kysely';
import { Choice } from '../../cloudfunctions/domains/cart/schema';
import { PromotionDraft } from '../../cloudfunctions/domains/promotions/schema/promotion';
import { day, hour } from '../../cloudfunctions/kit/time';
import type { Database } from '../../cloudfunctions/domains/registry';
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
