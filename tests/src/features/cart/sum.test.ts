import fc from 'fast-check';
import { fen, zeroFen } from '../../../../cloudfunctions/kit/money';
import { lineWords } from '../../../../src/features/cart/lineWords';
import { addOnOffers, giftRows } from '../../../../src/features/cart/sides';
import { freightHint, sumCart, type AddOn } from '../../../../src/features/cart/sum';
import type { CartFacts } from '../../../../src/features/cart/rows';
import { facts, line, promotion, rowsOf, sku } from './goods';

function summed(lines: ReturnType<typeof line>[], told: CartFacts, addOns: AddOn[] = []) {
  const rows = rowsOf(lines, told);
  const sum = sumCart(rows, told, addOns);
  return { rows, sum, words: lineWords(rows, told, sum) };
}

const off = promotion('off', {
  kind: 'off',
  by: 'amount',
  tiers: [{ atLeast: 5000, offFen: 1000 }],
  repeats: false,
});

describe('the sum of a cart', () => {
  it('counts chosen lines only', () => {
    const { sum } = summed([line('a', 2), line('b', 5, false)], facts([sku('a'), sku('b')]));
    expect(sum).toMatchObject({ pieces: 2, allChosen: false });
    expect(sum.quote.goodsFen).toBe(2000);
  });

  it('says that all are chosen only when there is something', () => {
    expect(summed([], facts([])).sum.allChosen).toBe(false);
    expect(summed([line('a')], facts([sku('a')])).sum.allChosen).toBe(true);
  });

  it('is the sum of unit price times pieces', () => {
    const lines = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 99 }), listFen: fc.nat(100_000) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, (wanted) => {
        const skus = wanted.map(({ listFen }, at) => sku(`s${at}`, { listFen, left: 99 }));
        const { sum } = summed(
          wanted.map(({ quantity }, at) => line(`s${at}`, quantity)),
          facts(skus),
        );
        const expected = wanted.reduce((total, one) => total + one.quantity * one.listFen, 0);
        expect(sum.quote.goodsFen).toBe(expected);
      }),
    );
  });

  it('is lowered by what is offered, and tells how much in all', () => {
    const told = facts([sku('a')], { promotions: [off] });
    expect(summed([line('a', 6)], told).sum).toMatchObject({ savedFen: 1000 });
  });
});

describe('hints', () => {
  it('say what is missing to an offer and lead to its goods, and to free freight', () => {
    const told = facts([sku('a', { listFen: 3770 })], { promotions: [off] });
    expect(summed([line('a')], told).sum.hints).toEqual([
      {
        id: 'off',
        kind: 'offer',
        say: '再买 ¥12.30 可减 ¥10',
        offer: { offerId: 'off', name: '名为 off' },
      },
      { id: 'freight', kind: 'freight', say: '再买 ¥61.30 免运费', offer: null },
    ]);
  });

  it('tell a coupon once, and none that would take off no more than the one used', () => {
    const coupon = (couponId: string, offFen: number, thresholdFen: number) => ({
      couponId,
      batchId: couponId,
      name: '满减券',
      terms: { kind: 'fixed' as const, offFen },
      thresholdFen,
      scope: off.scope,
      state: 'available' as const,
      startsAt: 0,
      endsAt: 1000,
    });
    const skus = [sku('a', { listFen: 15_000 })];
    const hints = (coupons: CartFacts['offers']['coupons']) =>
      summed([line('a')], facts(skus, { coupons })).sum.hints.map(({ say }) => say);
    const small = [coupon('b', 500, 20_000), coupon('c', 500, 20_000)];
    expect(hints(small)).toEqual(['再买 ¥50 减 ¥5', '已免运费']);
    expect(hints([coupon('a', 500, 0), ...small])).toEqual(['已免运费']);
    expect(hints([coupon('a', 400, 0), ...small])).toEqual(['再买 ¥50 减 ¥5', '已免运费']);
  });

  it('are silent where nothing is chosen', () => {
    const told = facts([sku('a')], { promotions: [off] });
    expect(summed([line('a', 1, false)], told).sum.hints).toEqual([]);
  });

  it('name the goods that they mean when several templates travel', () => {
    const skus = [sku('a', { listFen: 9900 }), sku('b', { templateId: 'cold', listFen: 19_800 })];
    const [hint] = summed([line('a'), line('b')], facts(skus)).sum.hints;
    expect(hint?.say).toBe('生鲜冷链再买 ¥1 免运费');
  });

  it('say that freight is free, and nothing where it never becomes so', () => {
    const part = { templateId: 'post', name: '普通快递', working: '', shortFen: null };
    const free = { freight: [{ ...part, fen: zeroFen }], freightFen: zeroFen };
    expect(freightHint(free)?.kind).toBe('free');
    const never = { freight: [{ ...part, fen: fen(800) }], freightFen: fen(800) };
    expect(freightHint(never)).toBeNull();
    expect(freightHint({ freight: [], freightFen: zeroFen })).toBeNull();
  });

  it('tell one way to free freight, the nearer of template and 包邮', () => {
    const free = (atLeast: number) =>
      promotion('free', { kind: 'free_freight', by: 'amount', atLeast, notProvinces: [] });
    const hints = (atLeast: number) =>
      summed([line('a')], facts([sku('a')], { promotions: [free(atLeast)] })).sum.hints;
    expect(hints(8800)).toMatchObject([{ kind: 'freight', say: '再买 ¥78 包邮' }]);
    expect(hints(19_900)).toMatchObject([{ kind: 'freight', say: '再买 ¥89 免运费' }]);
    expect(hints(1000)).toMatchObject([{ kind: 'free' }]);
  });
});

describe('a line of the cart', () => {
  const flash = promotion(
    'flash',
    { kind: 'flash', goods: [{ skuId: 'a', priceFen: 500, pieces: 10 }], mostPerMember: 2 },
    {
      withPromotions: false,
      standing: {
        leftFen: null,
        leftUses: null,
        memberUses: null,
        memberPieces: 2,
        pieces: { a: 10 },
      },
    },
  );

  it('says its price, why, and what the list says', () => {
    const told = facts([sku('a')], { promotions: [flash] });
    for (const chosen of [true, false]) {
      expect(summed([line('a', 2, chosen)], told).words.get('a')).toMatchObject({
        unitFen: 500,
        struckFen: 1000,
        pill: '秒杀',
        limitSay: '',
      });
    }
  });

  it('says why an activity does not give so many pieces', () => {
    const told = facts([sku('a')], { promotions: [flash] });
    expect(summed([line('a', 3)], told).words.get('a')).toMatchObject({
      unitFen: 1000,
      struckFen: undefined,
      pill: '',
      limitSay: '每人还可买 2 件，超出限购按日常价',
    });
  });

  it('says what else is taken off, by its name', () => {
    const told = facts([sku('a')], { promotions: [off] });
    expect(summed([line('a', 6)], told).words.get('a')?.discounts).toEqual(['名为 off -¥10.00']);
  });
});

describe('what comes with a cart', () => {
  const gift = promotion('gift', {
    kind: 'gift',
    by: 'pieces',
    tiers: [{ atLeast: 1, skuId: 'cup', quantity: 1 }],
  });
  const addOn = promotion('add', {
    kind: 'add_on',
    by: 'amount',
    atLeast: 2000,
    goods: [{ skuId: 'sock', priceFen: 100, most: 2 }],
  });
  const sideGoods = { cup: sku('cup'), sock: sku('sock') };

  it('are gifts, and those that are gone are said to be', () => {
    const told = facts([sku('a')], { promotions: [gift], sideGoods });
    expect(giftRows(summed([line('a')], told).sum, told)).toMatchObject([{ skippedSay: '' }]);
    const empty = { ...sideGoods, cup: sku('cup', { left: 0 }) };
    const gone = facts([sku('a')], { promotions: [gift], sideGoods: empty });
    expect(giftRows(summed([line('a')], gone).sum, gone)).toMatchObject([{ skippedSay: '已抢光' }]);
  });

  it('are goods at another price once enough is bought, and no more than allowed', () => {
    const told = facts([sku('a')], { promotions: [addOn], sideGoods });
    const wanted = [{ promotionId: 'add', skuId: 'sock', quantity: 1 }];
    const short = summed([line('a')], told, wanted);
    expect(addOnOffers(short.sum, told)).toMatchObject([
      { shortSay: '再买 ¥10 可换购', goods: [{ quantity: 0, most: 2 }] },
    ]);
    const reached = summed([line('a', 2)], told, wanted);
    expect(addOnOffers(reached.sum, told)).toMatchObject([
      { shortSay: '', goods: [{ quantity: 1, priceFen: 100 }] },
    ]);
    expect(reached.sum.pieces).toBe(3);
  });

  it('are left out where they have nothing to do with what is bought', () => {
    const told = facts([sku('a')], { promotions: [addOn], sideGoods });
    expect(addOnOffers(summed([line('a', 1, false)], told).sum, told)).toEqual([]);
  });
});
