import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import type { Product } from '../../../../src/features/catalogue/goods';
import { flashOf, productOffers } from '../../../../src/features/catalogue/productOffers';
import { skuPrice } from '../../../../src/features/catalogue/prices';
import type { ShopOffers } from '../../../../src/stores/offers';

const none = { productIds: [], categoryIds: [], tags: [] };
const sku = (skuId: string, priceFen: number, left = 9) => ({
  skuId,
  specValues: [skuId],
  priceFen,
  marketFen: null,
  pictureUrl: '',
  left,
});
const small = sku('s', 1000);
const large = sku('l', 1500);
const gone = sku('g', 500, 0);
const product: Product = {
  productId: 'p',
  title: '',
  subtitle: '',
  tags: [],
  pictures: [],
  cardUrl: '',
  category: { categoryId: 'c', name: '' },
  categoryIds: ['c'],
  priceFen: 500,
  marketFen: null,
  soldCount: 0,
  specNames: ['尺码'],
  skus: [small, large, gone],
  details: { paragraphs: [], attributes: [], pictures: [] },
  freightLine: '',
  onSale: true,
};
const standing = {
  leftFen: null,
  leftUses: null,
  memberUses: null,
  memberPieces: 1,
  pieces: { l: 3 },
};
const common = {
  startsAt: 0,
  endsAt: 1000,
  priority: 100,
  scope: { ...none, all: true, not: none },
  audience: { storeIds: [], levels: [], tags: [], newBuyers: false },
  withPromotions: true,
  withCoupons: true,
  standing,
};
const flash = {
  ...common,
  promotionId: 'f',
  name: '秒杀',
  terms: {
    kind: 'flash' as const,
    goods: [{ skuId: 'l', priceFen: 700, pieces: 4 }],
    mostPerMember: 2,
  },
};
const off = {
  ...common,
  promotionId: 'o',
  name: '立减',
  standing: { ...standing, memberPieces: null },
  terms: {
    kind: 'off' as const,
    by: 'amount' as const,
    tiers: [{ atLeast: 900, offFen: 100 }],
    repeats: false,
  },
};
const told: ShopOffers = {
  offers: {
    ...nothingOffered,
    promotions: [flash, off],
    points: { ...nothingOffered.points, earnBp: 10_000 },
  },
  flash: [],
};

describe('a product with what is offered for it', () => {
  it('shows the cheapest SKU that is there before one is chosen, and that others cost more', () => {
    const { price, from, flash: on } = productOffers(product, null, { told, nowMs: 500 });
    expect(price).toMatchObject({ fen: 700, struckFen: 1500 });
    expect(from).toBe(true);
    expect(on).toEqual({ endsAtMs: 1000, limitSay: '限购 2 件', takenPercent: 25, most: 1 });
    expect(productOffers(product, null, { told: null, nowMs: 500 }).price.fen).toBe(1000);
  });

  it('says of the chosen SKU what counts beside its price, what it comes to, and what it earns', () => {
    const chosen = productOffers(product, small, { told, nowMs: 500 });
    expect(chosen).toMatchObject({ from: false, flash: null, bestFen: 900, earned: 9 });
    expect(chosen.beside.map(({ promotionId }) => promotionId)).toEqual(['o']);
    expect(productOffers(product, large, { told, nowMs: 500 }).bestFen).toBeNull();
  });

  it('has the ordinary price for more pieces than 秒杀 gives', () => {
    const price = (quantity: number) =>
      skuPrice(product, large, { told, nowMs: 500, quantity }).fen;
    expect([price(1), price(2)]).toEqual([700, 1500]);
    expect(flashOf(product, small, { told, nowMs: 500 })).toBeNull();
  });

  it('announces a 秒杀 that has not begun', () => {
    const good = {
      promotionId: 'f',
      startsAt: 800,
      endsAt: 1000,
      productId: 'p',
      skuId: 'l',
      title: '',
      specText: '',
      pictureUrl: '',
      priceFen: 700,
      listFen: 1500,
      pieces: 4,
      left: 4,
    };
    const soon = { ...told, flash: [good, { ...good, priceFen: 600, startsAt: 900 }] };
    expect(productOffers(product, null, { told: soon, nowMs: 500 }).coming).toEqual({
      startsAtMs: 800,
      priceFen: 700,
    });
    expect(productOffers(product, null, { told: soon, nowMs: 950 }).coming).toBeNull();
  });
});
