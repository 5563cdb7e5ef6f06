import { showCart } from '../../../../cloudfunctions/domains/cart/usecases/show-cart';
import { nothingOffered } from '../../../../cloudfunctions/domains/cart/rules/facts';
import { quote } from '../../../../cloudfunctions/domains/cart/rules/quote';
import { CartFacts } from '../../../../cloudfunctions/domains/cart/schema';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let fang: Known;

beforeAll(async () => {
  small = await smallShop(database.db);
  fang = await small.shopper();
});

describe('the facts of a cart', () => {
  it('are there for SKUs that exist, once each, and say nothing of others', async () => {
    const [first, second] = small.skus;
    const foreign = (await smallShop(database.db)).skus[0];
    const { skus } = await showCart(fang, { skuIds: [second, first, first, newId(), foreign] });
    expect(skus.map(({ skuId }) => skuId).sort()).toEqual([...small.skus].sort());
    expect(await showCart(fang, { skuIds: [] })).toEqual({ skus: [], templates: {} });
  });

  it('hold what the phone may know and no more', async () => {
    const facts = await showCart(fang, { skuIds: [...small.skus] });
    expect(CartFacts.parse(facts)).toEqual(facts);
    expect(JSON.stringify(facts)).not.toMatch(/rateBp|cost|floor|onHand/i);
  });

  it('follow the shelf and the sale: left, gone from sale, off', async () => {
    const [first, second] = small.skus;
    await small.stock(first, 0);
    await database.db
      .updateTable('skus')
      .set({ onSale: false })
      .where('skuId', '=', second)
      .execute();
    const { skus } = await showCart(fang, { skuIds: [first, second] });
    const bySku = new Map(skus.map((sku) => [sku.skuId, sku]));
    expect(bySku.get(first)).toMatchObject({ left: 0, onSale: true });
    expect(bySku.get(second)).toMatchObject({ onSale: false });
    await small.stock(first, 100);
    await database.db
      .updateTable('skus')
      .set({ onSale: true })
      .where('skuId', '=', second)
      .execute();
  });

  it('let the phone compute the very quote that the order will have', async () => {
    const addressId = await small.address(fang);
    const lines = small.skus.map((skuId, index) => ({ skuId, quantity: index + 2 }));
    const { skus, templates } = await showCart(fang, { skuIds: [...small.skus] });
    const onThePhone = quote({
      ...nothingOffered,
      lines: lines.flatMap(({ skuId, quantity }) =>
        skus
          .filter((sku) => sku.skuId === skuId)
          .map((sku) => ({
            ...sku,
            categoryIds: [],
            tags: [],
            quantity,
          })),
      ),
      templates,
      destination: { kind: 'express', regionCode: '310104' },
    });
    const { quote: inTheCloud } = await previewOrder(fang, {
      lines,
      delivery: { kind: 'express', addressId },
    });
    expect(onThePhone).toEqual(inTheCloud);
  });
});
