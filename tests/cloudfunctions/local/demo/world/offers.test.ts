import { CouponDraft } from '../../../../../cloudfunctions/domains/coupons/schema';
import { whyNotBatch } from '../../../../../cloudfunctions/domains/coupons/usecases/draft';
import { whyNotDraft as whyNotPromotion } from '../../../../../cloudfunctions/domains/promotions/usecases/draft';
import { ShopSettings } from '../../../../../cloudfunctions/domains/settings';
import {
  PromotionDraft,
  type PromotionTerms,
} from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { ShopWorld } from '../../../../../cloudfunctions/local/demo/world/types';
import { makeShop } from '../../../../../cloudfunctions/local/demo/world/world';
import { day } from '../../../../../cloudfunctions/kit/time';

const nowMs = Date.UTC(2026, 10, 22, 7, 50);
const shops: [string, ShopWorld][] = (['test', 'demo'] as const).map((size) => [
  size,
  makeShop({ seed: 'shuke', nowMs, size }),
]);
const kinds: PromotionTerms['kind'][] = [
  ...(['flash', 'exchange', 'timed', 'member', 'bundle', 'nth'] as const),
  ...(['off', 'rate', 'gift', 'add_on', 'free_freight'] as const),
];

/** Running promotions of a shop. */
function running({ offers }: ShopWorld) {
  return offers.promotions.filter(
    ({ draft, stoppedAt }) =>
      draft.startsAt <= nowMs && nowMs < Math.min(draft.endsAt, stoppedAt ?? Infinity),
  );
}

describe.each(shops)('the offers of the %s shop', (_, shop) => {
  const { offers, products, categories, stores } = shop;

  test('are of every kind, some coming within three days, some over, one stopped', () => {
    expect(new Set(running(shop).map(({ kind }) => kind))).toEqual(new Set(kinds));
    const coming = offers.promotions.filter(({ draft }) => draft.startsAt > nowMs);
    expect(coming.length).toBeGreaterThan(1);
    for (const { draft } of coming) expect(draft.startsAt).toBeLessThan(nowMs + 3 * day);
    expect(offers.promotions.filter(({ draft }) => draft.endsAt <= nowMs).length).toBeGreaterThan(
      2,
    );
    expect(offers.promotions.filter(({ stoppedAt }) => stoppedAt !== null)).toHaveLength(1);
  });

  test('pass the schemas by which managers make them', () => {
    for (const { draft } of offers.promotions) expect(PromotionDraft.parse(draft)).toEqual(draft);
    for (const { draft } of offers.batches) expect(CouponDraft.parse(draft)).toEqual(draft);
  });

  test('are what managers could have made on the day before they began', () => {
    const levels = ShopSettings.parse({}).levels.length;
    for (const { draft } of offers.promotions)
      expect([draft.name, whyNotPromotion(draft, levels, draft.startsAt - day)]).toEqual([
        draft.name,
        null,
      ]);
    for (const { draft } of offers.batches)
      expect([draft.name, whyNotBatch(draft, levels, draft.opensAt - day)]).toEqual([
        draft.name,
        null,
      ]);
  });

  test('are for goods, categories and stores that exist', () => {
    const ids = new Set([
      ...products.flatMap(({ productId, skus }) => [productId, ...skus.map(({ skuId }) => skuId)]),
      ...categories.map(({ categoryId }) => categoryId),
      ...stores.map(({ storeId }) => storeId),
    ]);
    const drafts = [...offers.promotions, ...offers.batches].map(({ draft }) => draft);
    const named = drafts.flatMap(({ scope, audience }) => [
      ...[...scope.productIds, ...scope.categoryIds, ...audience.storeIds],
      ...[...scope.not.productIds, ...scope.not.categoryIds],
    ]);
    const bundled = offers.promotions.flatMap(({ draft: { terms } }) =>
      terms.kind === 'bundle' ? terms.items.map(({ productId }) => productId) : [],
    );
    const goods = offers.goods.map(({ skuId }) => skuId);
    expect([...named, ...bundled, ...goods].filter((id) => !ids.has(id))).toEqual([]);
    expect(goods.length).toBeGreaterThan(6);
  });

  test('never have a SKU in two price activities at once', () => {
    const activities = offers.promotions.flatMap(({ kind, draft: { terms, startsAt, endsAt } }) =>
      kind === 'flash' || kind === 'exchange'
        ? [{ terms: terms as Extract<PromotionTerms, { kind: 'flash' }>, startsAt, endsAt }]
        : [],
    );
    const spans = activities.flatMap(({ terms, ...span }) =>
      terms.goods.map(({ skuId }) => ({ skuId, ...span })),
    );
    const clashes = spans.filter((one, at) =>
      spans
        .slice(at + 1)
        .some(
          (other) =>
            other.skuId === one.skuId && other.startsAt < one.endsAt && one.startsAt < other.endsAt,
        ),
    );
    expect(clashes).toEqual([]);
  });

  test('never cost more than the list price, nor sell below what activities may cost', () => {
    const list = new Map(
      products.flatMap(({ skus }) => skus.map(({ skuId, priceFen }) => [skuId, priceFen])),
    );
    for (const { skuId, priceFen } of offers.goods)
      expect(priceFen).toBeLessThan(list.get(skuId) ?? 0);
    for (const { draft } of offers.promotions) {
      const { terms } = draft;
      if (terms.kind !== 'bundle') continue;
      const whole = terms.items.map(
        ({ productId }) => products.find((one) => one.productId === productId)?.priceFen ?? 0,
      );
      expect(terms.priceFen).toBeLessThan(whole.reduce((sum, fen) => sum + fen, 0));
    }
  });

  test('bring coupons in every way that coupons are given', () => {
    const ways = new Set(offers.batches.map(({ draft: { giving } }) => giving.by));
    expect([...ways].sort()).toEqual(['claim', 'code', 'event', 'packet', 'points', 'targeted']);
    const events = offers.batches.flatMap(({ draft: { giving } }) =>
      giving.by === 'event' ? [giving.event.on] : [],
    );
    expect(events.sort()).toEqual(['birthday', 'joined', 'level_up', 'paid', 'streak']);
    expect(new Set(offers.codes).size).toBe(offers.codes.length);
  });
});

describe('the flash sale', () => {
  test.each([0, 3, 9, 15, 20.9, 21.2, 23.9])('runs when the shop is opened at %s o’clock', (at) => {
    const opened = Date.UTC(2026, 10, 21, 16) + Math.floor(at * 3_600_000);
    const { offers } = makeShop({ seed: 'shuke', nowMs: opened, size: 'test' });
    const now = offers.promotions.find(({ key }) => key === 'flash-now');
    expect(now?.draft.startsAt).toBeLessThan(opened);
    expect(now?.draft.endsAt).toBeGreaterThan(opened + 3_600_000 - 1);
  });

  test('has eight goods of four trades in the demo', () => {
    const [, demo] = shops[1] ?? [];
    const now = demo?.offers.promotions.find(({ key }) => key === 'flash-now');
    const terms = now?.draft.terms;
    const skuIds = terms?.kind === 'flash' ? terms.goods.map(({ skuId }) => skuId) : [];
    const trades = demo?.products.flatMap(({ trade, skus }) =>
      skus.some(({ skuId }) => skuIds.includes(skuId)) ? [trade] : [],
    );
    expect(skuIds).toHaveLength(8);
    expect(new Set(trades).size).toBe(4);
  });
});
