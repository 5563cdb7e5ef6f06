import type { Locator } from 'playwright-core';
import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { findWare, keepAddress, putInCart, type Ware } from './goods';
import { fenAt, fenIn, personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();
const goods = '烟台红富士苹果';

test('a cart with 满减, a second piece at half price, a coupon and points is explained to the fen', async () => {
  const manager = await personAt(shop, browser, 'manager:1');
  const ware = await findWare(manager, goods);
  const batchId = await makeOffers(manager, ware);

  const shopper = await personAt(shop, browser, 'new');
  await keepAddress(shopper);
  await shopper.asks('points.signIn', {});
  await shopper.asks('coupons.claim', { batchId });
  await putInCart(shopper, ware);
  await shopper.opens('/pages/cart/index');
  for (let more = 0; more < 3; more += 1) await shopper.taps(/^增加烟台红富士苹果.*的数量$/);
  await shopper.sees('结算(4)');
  await shot(shopper.page, 'offers-cart');
  await shopper.taps('结算(4)');
  await shopper.sees('提交订单');
  await shopper.screen().getByText('积分抵现').first().tap();
  const block = shopper.screen().locator('.amounts');
  await block.locator('.amounts__row', { hasText: '积分' }).waitFor();
  await shot(shopper.page, 'offers-checkout');

  const { priceFen } = ware;
  const seen = await rowsOf(block);
  // Four pieces: two at half price, two pieces' worth off, five yuan off, and the two points of a first sign-in.
  expect(seen.get('商品金额')).toBe(4 * priceFen);
  expect(seen.get('旅程第二件半价')).toBe(-2 * Math.floor(priceFen / 2));
  expect(seen.get('旅程满减')).toBe(-2 * priceFen);
  expect(seen.get('旅程券')).toBe(-500);
  expect([...seen].find(([name]) => name.includes('积分'))?.[1]).toBe(-2);
  const totalFen = await fenAt(block.locator('.amounts__total'));
  expect([...seen.values()].reduce((sum, fen) => sum + fen, 0)).toBe(totalFen);

  await shopper.taps('提交订单');
  await shopper.page.getByRole('button', { name: '取消' }).tap();
  await shopper.sees('还没有收到付款');
  await shopper.taps('查看订单');
  await shopper.sees('取消订单');
  const ordered = shopper.screen().locator('.amounts');
  await ordered.waitFor();
  await shot(shopper.page, 'offers-order');
  expect(await rowsOf(ordered)).toEqual(seen);
  expect(await fenAt(ordered.locator('.amounts__total'))).toBe(totalFen);
});

/** Two promotions and a coupon for one product, better than whatever else the shop has for it; the coupon's batch. */
async function makeOffers(manager: Person, { productId, priceFen }: Ware): Promise<string> {
  const scope = { productIds: [productId] };
  const [startsAt, endsAt] = [Date.now() - 1_000, Date.now() + 86_400_000];
  const offer = { startsAt, endsAt, scope, priority: 999 };
  const half = { kind: 'nth', nth: 2, paysBp: 5_000 };
  const off = {
    kind: 'off',
    by: 'amount',
    tiers: [{ atLeast: 2 * priceFen, offFen: 2 * priceFen }],
  };
  await manager.asks('promotions.create', {
    key: 'journey-nth',
    draft: { ...offer, name: '旅程第二件半价', terms: half },
  });
  await manager.asks('promotions.create', {
    key: 'journey-off',
    draft: { ...offer, name: '旅程满减', terms: off },
  });
  const made = await manager.asks('coupons.createBatch', {
    key: 'journey-coupon',
    draft: {
      name: '旅程券',
      terms: { kind: 'fixed', offFen: 500 },
      scope,
      validity: { by: 'days', days: 7 },
      giving: { by: 'claim' },
      total: 10,
      opensAt: startsAt,
      closesAt: endsAt,
    },
  });
  return (made as { batchId: string }).batchId;
}

/** The lines of a breakdown by their names, in fen. */
async function rowsOf(block: Locator): Promise<Map<string, number>> {
  const rows = await block.locator('.amounts__row').all();
  const read = await Promise.all(
    rows.map(async (row) => {
      const name = (await row.locator('.amounts__name').innerText()).replace(/（.*）|^预计/g, '');
      return [name, fenIn(await row.locator('.amounts__text').innerText())] as const;
    }),
  );
  return new Map(read);
}
