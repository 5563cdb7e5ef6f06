import { skuFacts, type SkuFact } from '../../catalogue/usecases/sku-facts';
import { promotionFacts } from '../../promotions/usecases/facts';
import type { Promotion } from '../../promotions/schema/promotion';
import type { VisitorContext } from '../../registry';
import type { CartFacts, FlashGood, ShopOffers, ShowCart } from '../schema';
import { cartSku, templatesOf } from './cart-sku';
import { offersFor, offersView } from './offers';

/** What the phone needs to show and quote these SKUs. */
export async function showCart(context: VisitorContext, { skuIds }: ShowCart): Promise<CartFacts> {
  const [facts, offers] = await Promise.all([
    skuFacts(context, skuIds),
    offersFor(context, skuIds),
  ]);
  return {
    skus: facts.map(cartSku),
    templates: templatesOf([...facts, ...offers.sideFacts]),
    offers: offersView(offers),
  };
}

/** What the shop offers right now, with the goods of its 秒杀. */
export async function showOffers(context: VisitorContext): Promise<ShopOffers> {
  const [offers, { promotions }] = await Promise.all([
    offersFor(context, []),
    promotionFacts(context, { memberId: context.caller?.memberId ?? null, skuIds: null }),
  ]);
  const skuIds = promotions.flatMap(({ terms }) =>
    terms.kind === 'flash' ? terms.goods.map((good) => good.skuId) : [],
  );
  const facts = await skuFacts(context, [...new Set(skuIds)]);
  // The standings of all goods, which were asked for here, and what levels give.
  const levels = offers.promotions.filter(({ promotionId }) => promotionId.startsWith('level-'));
  return {
    offers: { ...offersView(offers), promotions: [...promotions, ...levels] },
    flash: promotions.flatMap((promotion) => flashGoods(promotion, facts)),
  };
}

function flashGoods(promotion: Promotion, facts: readonly SkuFact[]): FlashGood[] {
  const { promotionId, startsAt, endsAt, terms, standing } = promotion;
  if (terms.kind !== 'flash') return [];
  return terms.goods.flatMap(({ skuId, priceFen, pieces }): FlashGood[] => {
    const fact = facts.find((one) => one.skuId === skuId);
    if (fact === undefined || !fact.onSale) return [];
    const { productId, title, specText, pictureUrl, listFen } = fact;
    const left = Math.min(standing.pieces[skuId] ?? 0, fact.left);
    const shown = { productId, skuId, title, specText, pictureUrl, priceFen, listFen };
    return [{ promotionId, startsAt, endsAt, ...shown, pieces, left }];
  });
}
