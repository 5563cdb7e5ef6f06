import type { Person } from './person';

/** One SKU of the shop as a test buys it. */
export interface Ware {
  readonly productId: string;
  readonly skuId: string;
  readonly specValues: readonly string[];
  readonly priceFen: number;
  readonly left: number;
}

const address = {
  name: '李小满',
  phone: '13812345678',
  regionCode: '310104',
  detail: '漕溪北路 1 号 2 楼',
};

/** The first SKU of a product whose name begins so that has more than a few pieces left. */
export async function findWare(person: Person, title: string): Promise<Ware> {
  const { items } = (await person.asks('catalogue.products', { words: title })) as {
    items: { productId: string; title: string }[];
  };
  const found = items.find((item) => item.title.startsWith(title));
  if (found === undefined) throw new Error(`the shop has no ${title}`);
  return wareOf(person, found.productId);
}

/** The same SKU as it stands on the shelf now. */
export async function wareOf(person: Person, productId: string, skuId = ''): Promise<Ware> {
  const { skus } = (await person.asks('catalogue.product', { productId })) as { skus: Ware[] };
  const sku = skus.find((one) => (skuId === '' ? one.left > 4 : one.skuId === skuId));
  if (sku === undefined) throw new Error(`nothing is left of ${productId}`);
  return { ...sku, productId };
}

/** Opens a product and chooses a SKU in its sheet; `deed` is the button that opens it. */
export async function chooseWare(person: Person, ware: Ware, deed: string): Promise<void> {
  await person.opens(`/pages/shopper/product/index?id=${ware.productId}`);
  await person.taps(deed);
  const sheet = person.screen().getByRole('dialog');
  for (const value of ware.specValues) {
    await sheet.getByRole('button', { name: value, exact: true }).tap();
  }
  await sheet.getByRole('button', { name: deed, exact: true }).tap();
}

/** Puts one piece into the cart. */
export async function putInCart(person: Person, ware: Ware): Promise<void> {
  await chooseWare(person, ware, '加入购物车');
  await person.isTold('已加入购物车');
}

/** Keeps an address in Shanghai for somebody; its id. */
export async function keepAddress(person: Person): Promise<string> {
  const kept = await person.asks('members.saveAddress', { ...address, isDefault: true });
  return (kept as { addressId: string }).addressId;
}

/** Places an order of one piece without a page; its id. */
export async function placeOrder(person: Person, ware: Ware, key: string): Promise<string> {
  const lines = [{ skuId: ware.skuId, quantity: 1 }];
  const delivery = { kind: 'express', addressId: await keepAddress(person) };
  const { quote } = (await person.asks('orders.preview', { lines, delivery })) as {
    quote: { payableFen: number };
  };
  const { payableFen } = quote;
  const placed = await person.asks('orders.place', { key, lines, delivery, payableFen });
  return (placed as { orderId: string }).orderId;
}
