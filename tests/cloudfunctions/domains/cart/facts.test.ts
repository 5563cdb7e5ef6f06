import { showCart } from '../../../../cloudfunctions/domains/cart/usecases/show-cart';
import { quote } from '../../../../cloudfunctions/domains/cart/rules/quote';
import { CartFacts } from '../../../../cloudfunctions/domains/cart/schema';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { openChoice, promotionDraft } from '../../../support/offers';
import { smallShop, type Known, type SmallShop } from '../../../support/small-shop';
import { addCoupon, addPoints, addStored } from '../../../support/wealth';

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
    expect(await showCart(fang, { skuIds: [] })).toMatchObject({ skus: [], templates: {} });
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

  it('let the phone compute the very quote that the order will have, offers and all', async () => {
    const addressId = await small.address(fang);
    const manager = small.staff(small.manager);
    const drafts = [
      promotionDraft({ kind: 'nth', nth: 2, paysBp: 5_000 }),
      promotionDraft({ kind: 'off', by: 'amount', tiers: [{ atLeast: 9_900, offFen: 777 }] }),
      promotionDraft({
        kind: 'gift',
        by: 'pieces',
        tiers: [{ atLeast: 2, skuId: small.skus[1], quantity: 1 }],
      }),
    ];
    for (const [index, draft] of drafts.entries())
      await createPromotion(manager, { key: `facts-key-${index}`, draft });
    await addCoupon(fang, { kind: 'percent', paysBp: 8_765, capFen: null });
    await addCoupon(fang, { kind: 'freight', offFen: null });
    await addPoints(fang, 1_234);
    await addStored(fang, 3_333, 777);
    const lines = small.skus.map((skuId, index) => ({ skuId, quantity: index + 2 }));
    const choice = { ...openChoice, points: 1_000, storedFen: 5_000 };

    const { skus, templates, offers } = await showCart(fang, { skuIds: [...small.skus] });
    const onThePhone = quote({
      ...offers,
      lines: lines.flatMap(({ skuId, quantity }) =>
        skus.filter((sku) => sku.skuId === skuId).map((sku) => ({ ...sku, quantity })),
      ),
      templates,
      destination: { kind: 'express', regionCode: '310104' },
      choice,
    });
    const delivery = { kind: 'express' as const, addressId };
    const { quote: inTheCloud } = await previewOrder(fang, { lines, delivery, choice });
    expect(onThePhone).toEqual(inTheCloud);
    expect(onThePhone.savings.map(({ kind }) => kind)).toEqual(['nth', 'off', 'coupon', 'points']);
    expect(onThePhone.gifts).toMatchObject([{ skipped: null }]);
    expect(onThePhone.storedFen).toEqual({ principalFen: 3_333, giftFen: 777 });
  });
});
