import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { findWare, keepAddress, type Ware } from './goods';
import { boxOf, personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();

interface Placed {
  orderId: string;
  number: string;
}

/** Moves the shop's clock, and runs what is due then. */
async function passTime(hours: number): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ advanceMs: hours * 3_600_000 });
  const answer = await fetch(`${shop.url}/demo/clock`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the clock answered ${answer.status}`);
  await shop.tick();
}

/** Orders one piece of each, and pays on the stand-in's sheet. */
async function buys(
  person: Person,
  wares: readonly Ware[],
  delivery: { kind: 'express'; addressId: string } | { kind: 'pickup'; storeId: string },
): Promise<Placed> {
  const lines = wares.map(({ skuId }) => ({ skuId, quantity: 1 }));
  const { quote } = (await person.asks('orders.preview', { lines, delivery })) as {
    quote: { payableFen: number };
  };
  const { payableFen } = quote;
  const order = { key: `delivery-${wares[0]?.skuId ?? ''}`, lines, delivery, payableFen };
  const placed = (await person.asks('orders.place', order)) as Placed;
  await person.opens(`/pages/shopper/order/index?orderId=${placed.orderId}`);
  await person.taps('去支付');
  await person.page.getByRole('button', { name: '确认支付' }).tap();
  await person.sees('支付成功');
  await shop.tick();
  return placed;
}

const opensOrder = (person: Person, { orderId }: Placed) =>
  person.opens(`/pages/shopper/order/index?orderId=${orderId}`);

test('an order leaves in two parcels, each with its way, and its shopper confirms it', async () => {
  const shopper = await personAt(shop, browser, 'new');
  const addressId = await keepAddress(shopper);
  const wares = [
    await findWare(shopper, '烟台红富士苹果'),
    await findWare(shopper, '婴儿手口湿巾'),
  ];
  const order = await buys(shopper, wares, { kind: 'express', addressId });
  await opensOrder(shopper, order);
  await shopper.sees('商家正在备货，将尽快为您发出');

  const manager = await personAt(shop, browser, 'manager:1');
  await shipsFirstLine(manager, order);

  await opensOrder(shopper, order);
  await shopper.sees('部分商品已发出，其余正在备货');
  await passTime(3);
  await opensOrder(shopper, order);
  await shopper.sees('已揽收');
  await shot(shopper.page, 'delivery-part', true);
  await shopper.taps(/包裹 1/);
  await shopper.sees('SF1234567890123');
  await shopper.sees('发货网点');
  await shot(shopper.page, 'delivery-parcels');

  await shipsRest(manager, order);
  await passTime(40);
  await opensOrder(shopper, order);
  await shopper.sees(/还剩 \d+ 天自动确认收货/);
  await shopper.sees('已签收，感谢使用');
  await shot(shopper.page, 'delivery-shipped', true);
  await shopper.taps('延长收货');
  await shopper.agrees('延长');
  await shopper.isTold(/已延长到/);
  await shopper.taps('确认收货');
  await shot(shopper.page, 'delivery-confirm');
  await shopper.taps('商品都收到了');
  await shopper.isTold('已确认收货');
  await shopper.sees('已签收，期待您再来');
  await shopper.taps('再次购买');
  await shopper.sees('结算(2)');
});

/** Finds the order, leaves its second line at home, and reads which carrier the number tells. */
async function shipsFirstLine(manager: Person, { number }: Placed): Promise<void> {
  await manager.opens('/pages/manager/desk/index');
  await manager.taps(/^发货/);
  await manager.types('订单号、手机尾号或商品名', number);
  await manager.page.keyboard.press('Enter');
  const card = manager.screen().locator('.board-card').filter({ hasText: number });
  await card.waitFor();
  await shot(manager.page, 'delivery-board');
  await card.getByRole('button', { name: '发货', exact: true }).tap();
  await manager.sees('漕溪北路');
  await manager.taps(/^减少婴儿手口湿巾/);
  await manager.types('运单号', 'sf1234567890123');
  await manager.sees('已识别为顺丰速运');
  await shot(manager.page, 'delivery-ship');
  await manager.taps('发出 1 件');
  await manager.isTold('已发货，顺丰速运');
  await card.getByText('顺丰速运 SF1234567890123').waitFor();
}

/** Ships what is left by a table with one wrong row. */
async function shipsRest(manager: Person, { number }: Placed): Promise<void> {
  await manager.taps('批量发货');
  await manager.types(
    '粘贴表格',
    `订单号 运单号\n${number} SF1234567890124\n20260101 SF1234567890125`,
  );
  await manager.taps('检查');
  await manager.sees('1 行可以，1 行有问题');
  await manager.sees('没有找到这笔订单');
  await shot(manager.page, 'delivery-many');
  await manager.taps('发货 1 单');
  await manager.agrees('发货');
  await manager.isTold('已发货 1 单');
}

test('goods that wait at a counter are handed over by their code', async () => {
  const shopper = await personAt(shop, browser, 'new');
  const { storeId } = await shop.database.db
    .selectFrom('staff as s')
    .innerJoin('members as m', 'm.memberId', 's.memberId')
    .select('s.storeId')
    .where('m.openid', '=', 'demo-guide-1')
    .executeTakeFirstOrThrow();
  const ware = await findWare(shopper, '男童休闲运动短裤');
  const order = await buys(shopper, [ware], { kind: 'pickup', storeId });
  await opensOrder(shopper, order);
  await shopper.sees('请凭取货码到店自提');
  const digits = await shopper.screen().locator('.pickup-code__digits').innerText();
  const code = digits.replace(/\D/g, '');
  expect(code).toMatch(/^\d{8}$/);
  await shopper.screen().locator('.pickup-code__picture img').waitFor();
  await shot(shopper.page, 'delivery-code', true);

  const guide = await personAt(shop, browser, 'guide:1');
  await guide.opens('/pages/guide/desk/index');
  await guide.taps(/^自提核销/);
  const box = boxOf(guide.screen(), '取货码');
  await box.fill(code === '00000000' ? '11111111' : '00000000');
  await guide.taps('查询取货码');
  await guide.isTold('没有找到这个取货码，请核对');
  await box.fill(code);
  await guide.taps('查询取货码');
  await guide.sees(order.number);
  await shot(guide.page, 'delivery-counter');
  await guide.taps('确认交付');
  await guide.sees(/已交付/);

  await opensOrder(shopper, order);
  await shopper.sees(/已在门店取走/);
  await shopper.sees('已签收，期待您再来');
});

test('goods are picked from a list that is printed', async () => {
  const manager = await personAt(shop, browser, 'manager:1');
  await manager.opens('/pages/manager/ship/index');
  await manager.sees('件待发');
  await manager.taps('全选');
  await manager.taps(/^拣货单\(\d+\)/);
  await manager.sees(/按商品汇总 · \d+ 种 \d+ 件/);
  await manager.sees('导出表格');
  await shot(manager.page, 'delivery-picks');
});
