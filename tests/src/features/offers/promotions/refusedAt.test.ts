import { placeOfRefusal } from '../../../../../src/features/offers/promotions/refusedAt';
import { filledForm, id } from './filled';

const placed = (code: string, kind: Parameters<typeof filledForm>[0], details = {}) =>
  placeOfRefusal({ code, details }, filledForm(kind));

describe('what the shop refuses of a promotion', () => {
  it('stands where it belongs', () => {
    expect(placed('too_long', 'off')).toBe('time');
    expect(placed('no_scope', 'off')).toBe('scope');
    expect(placed('no_such_store', 'off')).toBe('audience');
    expect(placed('tiers_not_rising', 'off')).toBe('terms.tiers.0.atLeast');
    expect(placed('overlaps', 'flash', { promotionId: id(9) })).toBe('terms.goods');
  });

  it('stands at the good that it is about', () => {
    const skuId = id(1);
    expect(placed('price_above_list', 'flash', { skuId })).toBe(`terms.goods.${skuId}.price`);
    expect(placed('goods_off_sale', 'add_on', { skuId })).toBe(`terms.goods.${skuId}`);
    expect(placed('goods_off_sale', 'gift', { skuId })).toBe('terms.tiers.0.sku');
  });

  it('stands at all goods where none is known', () => {
    expect(placed('no_such_goods', 'flash', { skuId: id(8) })).toBe('terms.goods');
    expect(placed('no_such_goods', 'bundle', { productId: id(8) })).toBe('terms.items');
    expect(placed('no_such_goods', 'off', { categoryId: id(8) })).toBe('scope');
  });

  it('is said in passing where it belongs nowhere', () => {
    expect(placed('too_many_promotions', 'off')).toBeNull();
    expect(placed('no_answer', 'off')).toBeNull();
  });
});
