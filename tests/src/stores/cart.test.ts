import * as taro from '../../stand-ins/taro';

const { default: Taro, platform } = taro;

type CartModule = typeof import('../../../src/stores/cart');

/** The cart as the app opens with what this phone keeps. */
function openCart(): CartModule {
  let opened: CartModule | undefined;
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => taro);
    opened = jest.requireActual<CartModule>('../../../src/stores/cart');
  });
  if (opened === undefined) throw new Error('the cart did not open');
  return opened;
}

describe('the cart', () => {
  beforeEach(() => platform.reset());

  it('puts what was added last first, and adds to what is there', () => {
    const { useCart } = openCart();
    const cart = useCart.getState();
    cart.add('a', 1);
    cart.add('b', 2);
    cart.add('a', 3);
    expect(useCart.getState().lines).toEqual([
      { skuId: 'a', quantity: 4, chosen: true },
      { skuId: 'b', quantity: 2, chosen: true },
    ]);
    expect(cart.count()).toBe(6);
  });

  it('keeps a line between 1 and 99 pieces', () => {
    const { useCart } = openCart();
    const cart = useCart.getState();
    cart.add('a', 98);
    cart.add('a', 5);
    expect(cart.count()).toBe(99);
    cart.setQuantity('a', 0);
    expect(cart.count()).toBe(1);
  });

  it('takes no 101st line, and says so; a line that is there still grows', () => {
    const { useCart, mostLines } = openCart();
    const { add, count } = useCart.getState();
    for (let at = 0; at < mostLines; at += 1) expect(add(`sku-${at}`, 1)).toBe(true);
    expect(add('one-more', 1)).toBe(false);
    expect(add('sku-0', 1)).toBe(true);
    expect(useCart.getState().lines).toHaveLength(mostLines);
    expect(count()).toBe(mostLines + 1);
  });

  it('chooses one line, all lines, or those that are named', () => {
    const { useCart } = openCart();
    const { add, toggle, toggleAll } = useCart.getState();
    const chosen = () =>
      useCart
        .getState()
        .lines.filter((line) => line.chosen)
        .map((line) => line.skuId);
    for (const skuId of ['a', 'b', 'c']) add(skuId, 1);
    toggle('b');
    expect(chosen()).toEqual(['c', 'a']);
    toggleAll(false);
    expect(chosen()).toEqual([]);
    toggleAll(true, ['a']);
    expect(chosen()).toEqual(['a']);
  });

  it('is there again when the app opens the next time', () => {
    const first = openCart().useCart.getState();
    first.add('a', 2);
    first.add('b', 1);
    first.remove(['b']);
    expect(openCart().useCart.getState().lines).toEqual([
      { skuId: 'a', quantity: 2, chosen: true },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['something else', { lines: 3 }],
    ['damaged lines', [null, 'a', { skuId: 'a', quantity: 0, chosen: true }, { skuId: 1 }]],
  ])('opens empty over %s', (_, kept) => {
    Taro.setStorageSync('cart', kept);
    expect(openCart().useCart.getState().lines).toEqual([]);
  });
});
