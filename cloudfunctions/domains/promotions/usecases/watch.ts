import { pageOf, placeBehind } from '../../../kit/cursor';
import { present } from '../../../kit/refusal';
import { skuFacts } from '../../catalogue/usecases/sku-facts';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import type { ListPromotions, PromotionId, WatchedPromotion } from '../schema/promotion';
import { findPromotion, listGoodRows, listPromotionRows, watchPromotions } from '../store/find';

const pageSize = 20;

type Row = NonNullable<Awaited<ReturnType<typeof findPromotion>>>;

/** Promotions that run or are to come, or those that are over, the latest made first, with what they did. */
export async function listPromotions(context: StaffContext, { which, cursor }: ListPromotions) {
  const { db, shop, nowMs } = context;
  const after = placeBehind(cursor);
  const found = await listPromotionRows(db, {
    shopId: shop.shopId,
    over: which === 'over',
    nowMs,
    after,
    limit: pageSize + 1,
  });
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.madeAt,
    id: row.promotionId,
  }));
  return { items: await watched(context, rows), next };
}

/** One promotion as managers watch it. Foreign and missing ids are refused alike. */
export async function showPromotion(
  context: StaffContext,
  { promotionId }: PromotionId,
): Promise<WatchedPromotion> {
  const row = await findPromotion(context.db, context.shop.shopId, promotionId);
  const found = present(row, refuse('no_such_promotion'));
  const [shown] = await watched(context, [found]);
  return present(shown, refuse('no_such_promotion'));
}

/** Where an offer stands in its life at `nowMs`. */
export function stateOf(
  { startsAt, endsAt, stoppedAt }: { startsAt: number; endsAt: number; stoppedAt: number | null },
  nowMs: number,
): WatchedPromotion['state'] {
  if (stoppedAt !== null) return 'stopped';
  if (endsAt <= nowMs) return 'over';
  return startsAt > nowMs ? 'coming' : 'running';
}

async function watched(context: StaffContext, rows: readonly Row[]): Promise<WatchedPromotion[]> {
  const { db, shop, nowMs } = context;
  const ids = rows.map(({ promotionId }) => promotionId);
  const [counted, goods] = await Promise.all([
    watchPromotions(db, shop.shopId, ids),
    goodsShown(context, ids),
  ]);
  const numbers = new Map(counted.map((row) => [row.promotionId, row]));
  return rows.map((row) => {
    const { promotionId } = row;
    const { uses = 0, spentFen = 0, broughtFen = 0 } = numbers.get(promotionId) ?? {};
    return {
      ...termsOf(row),
      state: stateOf(row, nowMs),
      madeAt: row.madeAt,
      ...{ uses, spentFen, broughtFen },
      goods: goods.get(promotionId) ?? [],
    };
  });
}

function termsOf(row: Row) {
  const { promotionId, name, startsAt, endsAt, priority, scope, audience, terms } = row;
  const { withPromotions, withCoupons, budgetFen, useLimit, memberLimit } = row;
  return {
    ...{ promotionId, name, startsAt, endsAt, priority, scope, audience, terms },
    ...{ withPromotions, withCoupons },
    limits: { budgetFen, uses: useLimit, usesPerMember: memberLimit },
  };
}

/** What a manager sees of promotions' goods, by promotion; goods that are gone from the shop keep their numbers. */
async function goodsShown(context: StaffContext, promotionIds: readonly string[]) {
  const rows = await listGoodRows(context.db, context.shop.shopId, promotionIds);
  const facts = await skuFacts(
    context,
    rows.map(({ skuId }) => skuId),
  );
  const shown = new Map(facts.map((fact) => [fact.skuId, fact]));
  const byPromotion = new Map<string, WatchedPromotion['goods']>();
  for (const { promotionId, ...good } of rows) {
    const { title = '', specText = '', pictureUrl = '' } = shown.get(good.skuId) ?? {};
    const list = byPromotion.get(promotionId) ?? [];
    byPromotion.set(promotionId, [...list, { ...good, title, specText, pictureUrl }]);
  }
  return byPromotion;
}
