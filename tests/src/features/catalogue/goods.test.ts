import { countText, isSort, listUrl } from '../../../../src/features/catalogue/goods';

describe('goods in words', () => {
  it('are counted exactly up to ten thousand, then rounded down', () => {
    expect([0, 9_999, 10_000, 12_990, 1_000_000].map(countText)).toEqual([
      '0',
      '9999',
      '1 万',
      '1.2 万',
      '100 万',
    ]);
  });

  it('are listed under an address that keeps Chinese words', () => {
    expect(listUrl({ words: '跑 鞋' })).toBe(
      `/pages/shopper/list/index?words=${encodeURIComponent('跑 鞋')}`,
    );
    expect(listUrl({ categoryId: 'c', words: '' })).toBe('/pages/shopper/list/index?categoryId=c');
  });

  it('stand in four orders and no other', () => {
    expect(['hot', 'new', 'priceUp', 'priceDown', 'x', undefined].filter(isSort)).toHaveLength(4);
  });
});
