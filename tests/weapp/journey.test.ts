import path from 'node:path';
import { testShop } from '../support/shop';
import type { Host } from './host/host';
import { startWeapp } from './host/start';
import { newPhone } from './host/wx/storage';

const shop = testShop();
const dist = path.resolve(__dirname, '../../dist/weapp');
const opened: Host[] = [];
afterEach(() => {
  for (const host of opened.splice(0)) host.close();
});

/** What the house allows: setData calls and bytes of a first screen, and of any action after it. */
const firstScreen = { calls: 3, bytes: 40 * 1024 };
const action = { calls: 2, bytes: 10 * 1024 };

interface Cost {
  calls: number;
  bytes: number;
}
const costs: string[] = [];
afterAll(() => {
  process.stdout.write(`weapp: setData calls and bytes\n${costs.join('\n')}\n`);
});

function within(name: string, cost: Cost, most: Cost): void {
  costs.push(`  ${name}: ${cost.calls} calls, ${cost.bytes} bytes`);
  expect({ name, calls: cost.calls <= most.calls, bytes: cost.bytes <= most.bytes }).toEqual({
    name,
    calls: true,
    bytes: true,
  });
}

async function post(where: string, body: unknown, session = ''): Promise<Record<string, unknown>> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${session}` };
  const answer = await fetch(where, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

/** A phone of one person: the platform vouches for her, and her payments reach the stand-in. */
async function phoneOf(as: string): Promise<Host> {
  const signedIn = await post(`${shop.url}/demo/sign-in`, { as });
  const { session } = signedIn['value'] as { session: string };
  const host = startWeapp({
    dist,
    phone: newPhone(),
    callFunction: (_name, data) => {
      const { name, input } = data as { name: string; input: unknown };
      return post(`${shop.url}/api`, { name, input }, session);
    },
    requestPayment: async (asked) => {
      const paid = await post(`${shop.standInUrl}/pay`, asked);
      if (paid['result'] === 'fail') throw new Error('the stand-in was not paid');
    },
    answers: { modal: () => true, subscribe: (templateIds) => templateIds },
  });
  opened.push(host);
  return host;
}

/** Does something and holds its cost to what any action may cost. */
async function does(host: Host, name: string, deed: () => Promise<unknown>): Promise<void> {
  const cost = await host.measure(async () => {
    await deed();
  });
  within(name, cost, action);
}

/** A guide finds goods, sees what they earn, and hands out a card; its address. */
async function cardOf(guide: Host): Promise<{ path: string; title: string }> {
  await guide.launch({ path: 'pages/home/index', scene: 1001 });
  await guide.tap('导购台');
  await guide.tap('选品分享');
  await guide.input({ tag: 'input' }, '跑鞋', true);
  await guide.tap('分享');
  expect(guide.page().path).toBe('pages/guide/card/index');
  await guide.tap('分享给客户');
  const [card] = guide.shares.slice(-1);
  if (card === undefined) throw new Error('no card was handed out');
  return { path: String(card.path), title: String(card.title) };
}

it('sells by a card: the guide shares, a stranger buys, the guide is credited, the manager sees it', async () => {
  const manager = await phoneOf('manager:1');
  await manager.launch({ path: 'pages/home/index', scene: 1001 });
  await manager.tap('管理');
  const before = netFen(manager);
  const guide = await phoneOf('guide:1');
  const card = await cardOf(guide);
  const { page, query } = addressOf(card.path);
  expect(query['s']).toMatch(/^[0-9A-Za-z]{20}$/);

  const shopper = await phoneOf('new');
  await shopper.launch({ path: page, query, scene: 1007 });
  expect(shopper.page().text()).toContain('您的专属导购');
  await does(shopper, 'open the SKU sheet', () => shopper.tap('立即购买'));
  const { specValues, priceFen } = await skuInStock(String(query['id']));
  for (const value of specValues) {
    await does(shopper, `choose ${value}`, () => shopper.tap(value));
  }
  await shopper.tap(shopper.page().find('.ui-sheet__foot').find('立即购买'));
  const dueFen = await payAtCounter(shopper);
  expect(dueFen).toBeLessThanOrEqual(priceFen);
  expect(shopper.page().text()).toContain('支付成功');
  await shopper.tap('查看订单');
  expect(shopper.page().text()).toContain('待自提');
  await shop.tick();
  // The card may have asked before the timer made the code, or after it.
  if (shopper.page().text().includes('刷新'))
    await does(shopper, 'ask for the code to pick up by', () => shopper.tap('刷新'));
  expect(shopper.page().text()).toMatch(/取货码\s*\d{4} \d{4}/);

  await guide.launch({ path: 'pages/guide/desk/index', scene: 1001 });
  expect(guide.page().text()).toContain(card.title);
  await guide.tap('客户来访');
  expect(guide.page().text()).toContain(card.title);

  await manager.pullDown();
  const after = netFen(manager);
  expect(after - before).toBe(dueFen);
  for (const host of [guide, shopper, manager]) holdFirstScreens(host);
});

it('keeps the guide’s and the manager’s packages from shoppers', async () => {
  const shopper = await phoneOf('new');
  await shopper.launch({ path: 'pages/home/index', scene: 1001 });
  for (const tab of ['分类', '购物车', '我的'])
    await shopper.tap(shopper.page().find('.ui-tab-bar').find(tab));
  expect(shopper.page().has('导购台')).toBe(false);
  expect(shopper.page().has('管理')).toBe(false);
  expect([...shopper.loadedPackages].filter((name) => /guide|manager/.test(name))).toEqual([]);
});

it('shows the staff what waits without sending more than a phone takes', async () => {
  const manager = await phoneOf('manager:1');
  await manager.launch({ path: 'pages/manager/ship/index', scene: 1001 });
  expect(manager.page().text()).toContain('件待发');
  const card = () => manager.page().find('.board-card');
  await does(manager, 'choose an order', () => manager.tap(card().find('.board-card__tick')));
  await does(manager, 'open the sheet to ship by', () => manager.tap(card().find('发货')));
  expect(manager.page().text()).toContain('运单号');
  const guide = await phoneOf('guide:1');
  await guide.launch({ path: 'pages/guide/counter/index', scene: 1001 });
  expect(guide.page().text()).toContain('核销取货码');
  for (const host of [manager, guide]) holdFirstScreens(host);
});

it('shows a Moments page read-only and keeps its card into the mini program', async () => {
  const guide = await phoneOf('guide:1');
  const card = await cardOf(guide);
  const { page, query } = addressOf(card.path);
  const reader = await phoneOf('new');
  await reader.launch({ path: page, query, scene: 1154 });
  expect(reader.page().has('立即购买')).toBe(false);
  const shopper = await phoneOf('new');
  await shopper.launch({ path: page, query, scene: 1155 });
  expect(shopper.page().text()).toContain('您的专属导购');
  expect(shopper.page().has('立即购买')).toBe(true);
});

/** What the manager's first number says, in fen. */
function netFen(manager: Host): number {
  const [, amount = ''] = /净销售\s*¥([\d,.]+)/.exec(manager.page().text()) ?? [];
  return Math.round(Number(amount.replaceAll(',', '')) * 100);
}

/** Every page that was opened kept to what a first screen may cost. */
function holdFirstScreens(host: Host): void {
  for (const { path: page, ...cost } of host.firstScreens)
    within(`first screen ${page}`, cost, firstScreen);
}

function addressOf(address: string) {
  const [page = '', search = ''] = address.replace(/^\//, '').split('?');
  return { page, query: Object.fromEntries(new URLSearchParams(search)) };
}

it('weighs offers in the cart and at the checkout without sending what stays', async () => {
  const shopper = await phoneOf('shopper:1');
  const { productId, specValues } = await shoesInStock();
  await shopper.launch({
    path: 'pages/shopper/product/index',
    query: { id: productId },
    scene: 1001,
  });
  await shopper.tap('加入购物车');
  for (const value of specValues) await shopper.tap(value);
  await shopper.tap(shopper.page().find('.ui-sheet__foot').find('加入购物车'));
  await shopper.tap(shopper.page().find('.buy-bar__ways').find('购物车'));
  expect(shopper.page().path).toBe('pages/cart/index');
  await does(shopper, 'one more piece in the cart', () => shopper.tap('增加'));
  await does(shopper, 'open the cart’s amounts', () => shopper.tap('查看金额明细'));
  await does(shopper, 'close them', () => shopper.tap(shopper.page().find('.ui-sheet__close')));
  await shopper.tap('#checkout');
  await does(shopper, 'open the coupons', () => shopper.tap('优惠券'));
  await does(shopper, 'use no coupon', () => shopper.tap('不使用'));
  await does(shopper, 'use points', () => shopper.tap('积分抵现'));
  await does(shopper, 'use stored value', () => shopper.tap('储值支付'));
  expect(shopper.page().text()).toContain('订单金额');
  holdFirstScreens(shopper);
});

/** Takes the goods at the first store's counter, and pays what the bar says; that amount, in fen. */
async function payAtCounter(shopper: Host): Promise<number> {
  expect(shopper.page().path).toBe('pages/shopper/checkout/index');
  await does(shopper, 'choose pick-up', () => shopper.tap('门店自提'));
  await does(shopper, 'open the stores', () => shopper.tap('#choose-store'));
  await does(shopper, 'choose a store', () => shopper.tap(shopper.page().find('.store-row')));
  const due = /应付\s*¥([\d,.]+)/.exec(shopper.page().find('.checkout-bar__total').text());
  await shopper.tap('#submit');
  return Math.round(Number(due?.[1]?.replaceAll(',', '')) * 100);
}

/** Shoes dear enough for coupons, of which a SKU has several pieces left. */
async function shoesInStock(): Promise<{ productId: string; specValues: string[] }> {
  const input = { words: '跑鞋', sort: 'priceDown' };
  const { value } = await post(`${shop.url}/api`, { name: 'catalogue.products', input });
  for (const { productId } of (value as { items: { productId: string }[] }).items) {
    const sku = await skuInStock(productId).catch(() => null);
    if (sku !== null) return { productId, specValues: sku.specValues };
  }
  throw new Error('nothing is left of any shoes');
}

/** A SKU that has several pieces left. */
async function skuInStock(productId: string): Promise<{ specValues: string[]; priceFen: number }> {
  const { value } = await post(`${shop.url}/api`, {
    name: 'catalogue.product',
    input: { productId },
  });
  const { skus } = value as { skus: { specValues: string[]; priceFen: number; left: number }[] };
  const [sku] = skus.filter(({ left }) => left > 2);
  if (sku === undefined) throw new Error('nothing of this product is left');
  return sku;
}
