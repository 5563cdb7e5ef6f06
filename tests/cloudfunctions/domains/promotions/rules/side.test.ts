import {
  addOnGoods,
  nextAddOn,
  opensAddOn,
} from '../../../../../cloudfunctions/domains/promotions/rules/add-on';
import {
  freesFreight,
  goesThere,
  nextFreeFreight,
} from '../../../../../cloudfunctions/domains/promotions/rules/free-freight';
import { giftOf, nextGift } from '../../../../../cloudfunctions/domains/promotions/rules/gift';

const goods = (amountFen: number, pieces = 1) => ({ amountFen, pieces });

describe('满赠', () => {
  const terms = {
    kind: 'gift' as const,
    by: 'amount' as const,
    tiers: [
      { atLeast: 20_000, skuId: 'bag', quantity: 1 },
      { atLeast: 10_000, skuId: 'card', quantity: 2 },
    ],
  };
  it('gives the goods of the highest tier that is reached only', () => {
    expect([9_999, 10_000, 20_000].map((fen) => giftOf(terms, goods(fen))?.skuId ?? null)).toEqual([
      null,
      'card',
      'bag',
    ]);
  });
  it('says what the next tier is short of', () => {
    expect(nextGift(terms, goods(9_000))).toMatchObject({
      shortFen: 1_000,
      worthFen: null,
      gain: '得赠品',
    });
    expect(nextGift(terms, goods(12_000))?.shortFen).toBe(8_000);
    expect(nextGift(terms, goods(20_000))).toBeNull();
  });
});

describe('加价购', () => {
  const terms = {
    kind: 'add_on' as const,
    by: 'pieces' as const,
    atLeast: 2,
    goods: [{ skuId: 'mug', priceFen: 100, most: 3 }],
  };
  it('opens from its threshold on, for its own goods', () => {
    expect([1, 2].map((pieces) => opensAddOn(terms, goods(5, pieces)))).toEqual([false, true]);
    expect(addOnGoods(terms, 'mug')).toEqual({ priceFen: 100, most: 3 });
    expect(addOnGoods(terms, 'pen')).toBeNull();
    expect(nextAddOn(terms, goods(5, 1))).toMatchObject({ shortPieces: 1 });
    expect(nextAddOn(terms, goods(5, 2))).toBeNull();
  });
});

describe('包邮', () => {
  const terms = {
    kind: 'free_freight' as const,
    by: 'amount' as const,
    atLeast: 9_900,
    notProvinces: ['65'],
  };
  it('holds from its threshold on, but not everywhere', () => {
    expect([9_899, 9_900].map((fen) => freesFreight(terms, goods(fen)))).toEqual([false, true]);
    expect(['310104', '650100'].map((code) => goesThere(terms, code))).toEqual([true, false]);
    expect(nextFreeFreight(terms, goods(9_000))).toMatchObject({ shortFen: 900, gain: '包邮' });
    expect(nextFreeFreight(terms, goods(9_900))).toBeNull();
  });
});
