import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { flashRound, takenOf } from '../../../../src/features/catalogue/flash';
import { cardPrice } from '../../../../src/features/catalogue/prices';
import type { FlashGood, ShopOffers } from '../../../../src/stores/offers';

type Promotion = ShopOffers['offers']['promotions'][number];

const none = { productIds: [], categoryIds: [], tags: [] };
const goods = {
  productId: 'p',
  priceFen: 1000,
  marketFen: 1200,
  categoryIds: ['c'],
  tags: ['新品'],
};

function promotion(terms: Promotion['terms'], change: Partial<Promotion> = {}): Promotion {
  return {
    promotionId: terms.kind,
    name: '活动',
    startsAt: 0,
    endsAt: 1000,
    priority: 100,
    scope: { ...none, all: true, not: none },
    audience: { storeIds: [], levels: [], tags: [], newBuyers: false },
    withPromotions: true,
    withCoupons: true,
    terms,
    standing: { leftFen: null, leftUses: null, memberUses: null, memberPieces: null, pieces: {} },
    ...change,
  };
}

const flashGood: FlashGood = {
  promotionId: 'flash',
  startsAt: 0,
  endsAt: 1000,
  productId: 'p',
  skuId: 's',
  title: '',
  specText: '',
  pictureUrl: '',
  priceFen: 500,
  listFen: 1500,
  pieces: 10,
  left: 4,
};

const flash = promotion(
  { kind: 'flash', goods: [{ skuId: 's', priceFen: 500, pieces: 10 }], mostPerMember: null },
  {
    standing: {
      leftFen: null,
      leftUses: null,
      memberUses: null,
      memberPieces: null,
      pieces: { s: 4 },
    },
  },
);

const timed = promotion({ kind: 'timed', cut: { by: 'rate', paysBp: 8000 } });
const off = promotion({
  kind: 'off',
  by: 'amount',
  tiers: [{ atLeast: 29900, offFen: 4000 }],
  repeats: false,
});

function told(promotions: Promotion[], flashes: FlashGood[] = []): ShopOffers {
  return { offers: { ...nothingOffered, promotions }, flash: flashes };
}

describe('the price on a card', () => {
  it('is the list price beside the market price before the shop told its offers', () => {
    expect(cardPrice(goods, null, 500)).toEqual({ fen: 1000, struckFen: 1200, pills: [] });
  });

  it('is lowered by what runs, and strikes the list price', () => {
    expect(cardPrice(goods, told([timed, off]), 500)).toEqual({
      fen: 800,
      struckFen: 1000,
      pills: ['限时折扣', '满299减40'],
    });
    expect(cardPrice(goods, told([timed]), 1000).fen).toBe(1000);
  });

  it('is that of a 秒杀 of any of its SKUs while that has pieces and time left', () => {
    const running = told([flash], [flashGood]);
    expect(cardPrice(goods, running, 500)).toMatchObject({ fen: 500, struckFen: 1500 });
    expect(cardPrice(goods, running, 1000).fen).toBe(1000);
    expect(cardPrice(goods, told([flash], [{ ...flashGood, left: 0 }]), 500).fen).toBe(1000);
  });

  it('has at most two reasons', () => {
    const more = [timed, off, { ...off, promotionId: 'off2' }];
    expect(cardPrice(goods, told(more), 500).pills).toHaveLength(2);
  });
});

describe('秒杀 on the front page', () => {
  const other = { ...flashGood, productId: 'q', promotionId: 'later', endsAt: 2000 };

  it('shows what ends first, one tile for each product, sold out ones last', () => {
    const second = { ...flashGood, skuId: 't', priceFen: 400, pieces: 10, left: 0 };
    const gone = { ...flashGood, productId: 'r', left: 0 };
    const round = flashRound([gone, flashGood, second, other], 500);
    expect(round).toMatchObject({ running: true, atMs: 1000 });
    expect(round?.tiles).toMatchObject([
      { productId: 'p', priceFen: 500, takenPercent: 80, soldOut: false },
      { productId: 'r', takenPercent: 100, soldOut: true },
    ]);
  });

  it('announces what begins first when nothing runs', () => {
    const coming = { ...flashGood, startsAt: 700 };
    expect(flashRound([coming, { ...other, startsAt: 800 }], 500)).toMatchObject({
      running: false,
      atMs: 700,
      tiles: [{ productId: 'p' }],
    });
    expect(flashRound([flashGood], 1000)).toBeNull();
  });

  it('never says that all is gone while something is left, nor nothing once something went', () => {
    expect(takenOf(1, 10_000)).toBe(99);
    expect(takenOf(9_999, 10_000)).toBe(1);
    expect([takenOf(0, 10), takenOf(10, 10), takenOf(0, 0)]).toEqual([100, 0, 100]);
  });
});
