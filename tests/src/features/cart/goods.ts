import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { joinCart, type CartFacts, type CartSku } from '../../../../src/features/cart/rows';

type Promotion = CartFacts['offers']['promotions'][number];

const terms = {
  by: 'pieces' as const,
  first: 1,
  next: 1,
  firstFen: 800,
  nextFen: 200,
  freeOverFen: 9900,
  elsewhere: [],
  notServed: [],
};

/** Two templates: ordinary parcels and cold ones. */
const templates: CartFacts['templates'] = {
  post: { name: '普通快递', terms },
  cold: { name: '生鲜冷链', terms: { ...terms, freeOverFen: 19900 } },
};

/** A SKU of ¥10 with plenty of pieces. */
export function sku(skuId: string, change: Partial<CartSku> = {}): CartSku {
  return {
    skuId,
    productId: `product of ${skuId}`,
    templateId: 'post',
    categoryIds: ['shoes'],
    tags: [],
    title: `title of ${skuId}`,
    specText: '',
    pictureUrl: '',
    listFen: 1000,
    marketFen: null,
    weightGrams: 0,
    left: 50,
    onSale: true,
    ...change,
  };
}

/** A line as the phone keeps it. */
export const line = (skuId: string, quantity = 1, chosen = true) => ({ skuId, quantity, chosen });

/** What the shop says of SKUs, with what it offers. */
export function facts(skus: CartSku[], offers: Partial<CartFacts['offers']> = {}): CartFacts {
  return { skus, templates, offers: { ...nothingOffered, ...offers } };
}

/** The rows of these lines. */
export function rowsOf(lines: ReturnType<typeof line>[], told: CartFacts) {
  const asked = lines.map(({ skuId }) => skuId);
  return joinCart(lines, told, asked).rows;
}

/** A promotion for all goods that runs. */
export function promotion(
  promotionId: string,
  ruleTerms: Promotion['terms'],
  change: Partial<Promotion> = {},
): Promotion {
  const none = { productIds: [], categoryIds: [], tags: [] };
  return {
    promotionId,
    name: `名为 ${promotionId}`,
    startsAt: 0,
    endsAt: 1_000_000,
    priority: 100,
    scope: { ...none, all: true, not: none },
    audience: { storeIds: [], levels: [], tags: [], newBuyers: false },
    withPromotions: true,
    withCoupons: true,
    terms: ruleTerms,
    standing: { leftFen: null, leftUses: null, memberUses: null, memberPieces: null, pieces: {} },
    ...change,
  };
}
