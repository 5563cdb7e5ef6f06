import { insist, type Refusal } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { skuFacts } from '../../catalogue/usecases/sku-facts';
import { once } from '../../members/usecases/once';
import type { StaffContext, Tx } from '../../registry';
import { refuse } from '../refusals';
import type { CreatePromotion, PromotionDraft, PromotionId } from '../schema/promotion';
import { addPromotion, bumpVersion, countLive, findOverlap } from '../store/make';
import { goodsOf, whyNotDraft } from './draft';
import { whyNotNamed } from './scope';

const mostLive = 60;

/** Makes a promotion, once per key. What it says is checked against the shop's goods as they are then. */
export async function createPromotion(
  context: StaffContext,
  { key, draft }: CreatePromotion,
): Promise<PromotionId> {
  const { shop, nowMs } = context;
  return transact(context.db, async (tx) => {
    const made = await once(context, tx, { key, deed: 'promotions.create', body: draft });
    if (made.again) return { promotionId: made.id };
    insist(whyNotDraft(draft, shop.settings.levels.length, nowMs));
    await bumpVersion(tx, shop.shopId);
    insist(await whyNotMake(context, tx, draft));
    await addPromotion(tx, rowOf(context, made.id, draft), goodsOf(draft.terms));
    return { promotionId: made.id };
  });
}

/** Why the shop cannot have a promotion beside its goods and its other promotions; null when it can. */
async function whyNotMake(
  { shop, nowMs }: StaffContext,
  tx: Tx,
  draft: PromotionDraft,
): Promise<Refusal | null> {
  const here = { db: tx, shop };
  if ((await countLive(tx, shop.shopId, nowMs)) >= mostLive) return refuse('too_many_promotions');
  const { terms } = draft;
  const bundled = terms.kind === 'bundle' ? terms.items.map(({ productId }) => productId) : [];
  return (
    (await whyNotNamed(here, draft, bundled)) ??
    (await whyNotGoods(here, draft)) ??
    (await whyNotBeside({ ...here, nowMs }, draft))
  );
}

async function whyNotGoods(
  here: { db: Tx; shop: StaffContext['shop'] },
  { terms }: PromotionDraft,
): Promise<Refusal | null> {
  const goods = goodsOf(terms);
  const ids = goods.map(({ skuId }) => skuId);
  const facts = new Map((await skuFacts(here, ids)).map((fact) => [fact.skuId, fact]));
  const asGifts = terms.kind === 'gift' || terms.kind === 'add_on';
  for (const { skuId, priceFen } of goods) {
    const fact = facts.get(skuId);
    if (fact === undefined) return refuse('no_such_goods', { skuId });
    const { listFen, title } = fact;
    if (priceFen > listFen) return refuse('price_above_list', { skuId, title, listFen });
    if (asGifts && !fact.onSale) return refuse('goods_off_sale', { skuId, title });
  }
  return null;
}

/** A SKU is in one price activity at a time; the other one is named. */
async function whyNotBeside(
  { db, shop, nowMs }: { db: Tx; shop: StaffContext['shop']; nowMs: number },
  { terms, startsAt, endsAt }: PromotionDraft,
): Promise<Refusal | null> {
  if (terms.kind !== 'flash' && terms.kind !== 'exchange') return null;
  const skuIds = terms.goods.map(({ skuId }) => skuId);
  const other = await findOverlap(db, { shopId: shop.shopId, skuIds, startsAt, endsAt }, nowMs);
  if (other === undefined) return null;
  return { ...refuse('overlaps', other), say: `有商品已参加同一时段的「${other.name}」` };
}

function rowOf({ shop, caller, nowMs }: StaffContext, promotionId: string, draft: PromotionDraft) {
  const { name, priority, scope, audience, terms, limits, startsAt, endsAt } = draft;
  const ownPrice = terms.kind === 'flash' || terms.kind === 'exchange';
  return {
    shopId: shop.shopId,
    promotionId,
    kind: terms.kind,
    ...{ name, priority, scope, audience, terms, startsAt, endsAt },
    withPromotions: draft.withPromotions,
    withCoupons: draft.withCoupons ?? !ownPrice,
    budgetFen: limits.budgetFen,
    useLimit: limits.uses,
    memberLimit: limits.usesPerMember,
    madeBy: caller.staff.staffId,
    madeAt: nowMs,
  };
}
