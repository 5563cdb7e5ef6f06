import fc from 'fast-check';
import { freightHint, joinCart, mostOf, sumCart } from '../../../../src/features/cart/rows';
import type { CartFacts } from '../../../../src/features/cart/rows';
import { zeroFen, fen } from '../../../../cloudfunctions/kit/money';

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
const templates: CartFacts['templates'] = {
  post: { name: '普通快递', terms },
  cold: { name: '生鲜冷链', terms: { ...terms, freeOverFen: 19900 } },
};

function sku(skuId: string, change: Partial<CartFacts['skus'][number]> = {}) {
  return {
    skuId,
    productId: `product of ${skuId}`,
    templateId: 'post',
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

const line = (skuId: string, quantity = 1, chosen = true) => ({ skuId, quantity, chosen });

function joined(lines: ReturnType<typeof line>[], skus: CartFacts['skus']) {
  return joinCart(
    lines,
    { skus, templates },
    lines.map(({ skuId }) => skuId),
  );
}

describe('the lines of a cart', () => {
  it('keep their order, and those that cannot be bought stand apart with the reason', () => {
    const { rows, gone } = joined(
      [line('a'), line('sold'), line('off'), line('lost'), line('b')],
      [sku('a'), sku('sold', { left: 0 }), sku('off', { onSale: false }), sku('b')],
    );
    expect(rows.map((row) => row.skuId)).toEqual(['a', 'b']);
    expect(gone.map(({ skuId, say }) => [skuId, say])).toEqual([
      ['sold', '已售罄'],
      ['off', '已下架'],
      ['lost', '已下架'],
    ]);
  });

  it('never have more pieces than are left, and say so', () => {
    const [row] = joined([line('a', 7)], [sku('a', { left: 3 })]).rows;
    expect(row).toMatchObject({ quantity: 3, shelfSay: '库存不足，已改为 3 件' });
    expect(row && mostOf(row)).toBe(3);
  });

  it('say how few are left below five, and nothing from five on', () => {
    const say = (left: number) => joined([line('a')], [sku('a', { left })]).rows[0]?.shelfSay;
    expect([1, 4, 5].map(say)).toEqual(['仅剩 1 件', '仅剩 4 件', '']);
  });

  it('go up to 99 pieces however full the shelf is', () => {
    const [row] = joined([line('a', 99)], [sku('a', { left: 500 })]).rows;
    expect(row && mostOf(row)).toBe(99);
  });

  it('are left out while their facts are on the way', () => {
    const { rows, gone } = joinCart([line('a'), line('new')], { skus: [sku('a')], templates }, [
      'a',
    ]);
    expect(rows.map((row) => row.skuId)).toEqual(['a']);
    expect(gone).toEqual([]);
  });
});

describe('the sum of a cart', () => {
  it('counts chosen lines only', () => {
    const { rows } = joined([line('a', 2), line('b', 5, false)], [sku('a'), sku('b')]);
    const sum = sumCart(rows, templates);
    expect(sum).toMatchObject({ pieces: 2, allChosen: false });
    expect(sum.quote.goodsFen).toBe(2000);
  });

  it('says that all are chosen only when there is something', () => {
    expect(sumCart([], templates).allChosen).toBe(false);
    expect(sumCart(joined([line('a')], [sku('a')]).rows, templates).allChosen).toBe(true);
  });

  it('is the sum of unit price times pieces', () => {
    const lines = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 99 }), listFen: fc.nat(100_000) }),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(lines, (wanted) => {
        const skus = wanted.map(({ listFen }, at) => sku(`s${at}`, { listFen, left: 99 }));
        const { rows } = joined(
          wanted.map(({ quantity }, at) => line(`s${at}`, quantity)),
          skus,
        );
        const expected = wanted.reduce((total, one) => total + one.quantity * one.listFen, 0);
        expect(sumCart(rows, templates).quote.goodsFen).toBe(expected);
      }),
    );
  });
});

describe('the hint on freight', () => {
  it('says what is missing to free freight', () => {
    const { rows } = joined([line('a')], [sku('a', { listFen: 8670 })]);
    expect(sumCart(rows, templates).hint).toEqual({ kind: 'short', say: '再买 ¥12.30 免运费' });
  });

  it('names the goods that it means when several templates travel', () => {
    const skus = [sku('a', { listFen: 9900 }), sku('b', { templateId: 'cold', listFen: 19_800 })];
    const { rows } = joined([line('a'), line('b')], skus);
    expect(sumCart(rows, templates).hint).toEqual({ kind: 'short', say: '生鲜冷链再买 ¥1 免运费' });
  });

  it('says that freight is free, and is silent where it never becomes so', () => {
    const part = { templateId: 'post', name: '普通快递', working: '' };
    expect(freightHint([{ ...part, fen: zeroFen, shortFen: null }])).toMatchObject({
      kind: 'free',
    });
    expect(freightHint([{ ...part, fen: fen(800), shortFen: null }])).toEqual({ kind: 'none' });
    expect(freightHint([])).toEqual({ kind: 'none' });
  });
});
