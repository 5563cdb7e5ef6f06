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

  it('is empty once the order stands', () => {
    useCheckoutDraft.getState().begin(lines, 'cart');
    useCheckoutDraft.getState().finish();
    expect(useCheckoutDraft.getState().lines).toEqual([]);
  });

  it('is taken up again after the app was ended, unless it is damaged', () => {
    const kept = { lines, key: 'abcdefgh', from: 'cart', choice: { kind: 'pickup', storeId: 's' } };
    expect(keptDraft(kept)).toEqual({
      ...kept,
      choice: { kind: 'pickup', addressId: '', storeId: 's' },
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
