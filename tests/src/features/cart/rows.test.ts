import { joinCart, mostOf } from '../../../../src/features/cart/rows';
import { facts, line, sku } from './goods';
import type { CartFacts } from '../../../../src/features/cart/rows';

function joined(lines: ReturnType<typeof line>[], skus: CartFacts['skus']) {
  return joinCart(
    lines,
    facts(skus),
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
    const { rows, gone } = joinCart([line('a'), line('new')], facts([sku('a')]), ['a']);
    expect(rows.map((row) => row.skuId)).toEqual(['a']);
    expect(gone).toEqual([]);
  });
});
