import { platform } from '../../../stand-ins/taro';
import { keptDraft, useCheckoutDraft } from '../../../../src/features/orders/checkoutDraft';

const lines = [{ skuId: 's', quantity: 2 }];

describe('what is being checked out', () => {
  beforeEach(() => platform.reset());

  it('carries one key through all changes, and a new one for the next checkout', () => {
    const { begin, choose, keepLines } = useCheckoutDraft.getState();
    begin(lines, 'cart');
    const { key } = useCheckoutDraft.getState();
    choose({ addressId: 'a' });
    keepLines([{ skuId: 's', quantity: 1 }]);
    expect(useCheckoutDraft.getState()).toMatchObject({ key, from: 'cart' });
    expect(key).toMatch(/^[0-9A-Za-z_-]{8,64}$/);
    begin(lines, 'product');
    expect(useCheckoutDraft.getState().key).not.toBe(key);
    expect(useCheckoutDraft.getState().choice).toMatchObject({ kind: 'express', addressId: '' });
  });

  it('keeps what is wanted of offers, and leaves a coupon open again', () => {
    const addOns = [{ promotionId: 'p', skuId: 'k', quantity: 1 }];
    useCheckoutDraft.getState().begin(lines, 'cart', { addOns });
    const { use, chooseCoupon } = useCheckoutDraft.getState();
    use({ points: 50 });
    chooseCoupon('goods', null);
    chooseCoupon('freight', 'f');
    expect(useCheckoutDraft.getState().using).toEqual({
      points: 50,
      storedFen: 0,
      addOns,
      couponId: null,
      freightCouponId: 'f',
    });
    chooseCoupon('goods', undefined);
    expect(useCheckoutDraft.getState().using).not.toHaveProperty('couponId');
  });

  it('takes up again what was wanted of offers, without what is damaged', () => {
    const kept = { lines, key: 'abcdefgh', from: 'cart', choice: null };
    const using = { points: 5, storedFen: -1, couponId: null, exchangeId: 7, addOns: [{}] };
    expect(keptDraft({ ...kept, using })?.using).toEqual({
      points: 5,
      storedFen: 0,
      couponId: null,
      addOns: [],
    });
  });

  it('is empty once the order stands', () => {
    useCheckoutDraft.getState().begin(lines, 'cart');
    useCheckoutDraft.getState().finish();
    expect(useCheckoutDraft.getState().lines).toEqual([]);
  });

  it('is taken up again after the app was ended, unless it is damaged', () => {
    const kept = { lines, key: 'abcdefgh', from: 'cart', choice: { kind: 'pickup', storeId: 's' } };
    expect(keptDraft(kept)).toEqual({
      ...kept,
      choice: { kind: 'pickup', addressId: '', storeId: 's', slotAt: null },
      using: { points: 0, storedFen: 0, addOns: [] },
    });
    for (const damaged of [
      null,
      '',
      {},
      { ...kept, key: 'no' },
      { ...kept, lines: [{ skuId: 's', quantity: 0 }] },
      { ...kept, lines: 'x' },
    ]) {
      expect(keptDraft(damaged)).toBeNull();
    }
  });
});
