import { sql } from 'kysely';
import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { chooseWare, findWare, keepAddress, placeOrder, putInCart } from './goods';
import { complaintsOf, crowdedBars } from './looks';
import { personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();
const widths = [375, 320, 768, 1024];
const longTitle = '婴儿手口湿巾家庭量贩装加厚珠纹柔软不刺激八十抽二十四包带盖随身便携款';

/** One page of the shop: its address, and words that are there once it is. */
interface Look {
  name: string;
  path: string;
  says: string | RegExp;
}

beforeAll(async () => {
  // The longest name and the largest price that a shop may have.
  await sql`update products set title = ${longTitle}, price_fen = 1234567, market_fen = 2345678
    where title = '婴儿手口湿巾'`.execute(shop.database.db);
  await sql`update skus set price_fen = 1234567, market_fen = 2345678 from products
    where products.product_id = skus.product_id and title = ${longTitle}`.execute(shop.database.db);
});

test('shopping fits every width and the largest text', async () => {
  const shopper = await personAt(shop, browser, 'shopper:1');
  expect(await lookAll(shopper, await shopPages(shopper))).toEqual([]);
});

test('the guide’s desk fits every width and the largest text', async () => {
  const guide = await personAt(shop, browser, 'guide:1');
  const { productId } = await findWare(guide, '婴儿手口湿巾');
  const pages: Look[] = [
    { name: 'guide-desk', path: '/pages/guide/desk/index', says: '今日业绩' },
    { name: 'guide-goods', path: '/pages/guide/goods/index', says: /佣金/ },
    {
      name: 'guide-card',
      path: `/pages/guide/card/index?id=${productId}&fen=98765&bp=800`,
      says: '业绩归属',
    },
    { name: 'guide-visits', path: '/pages/guide/visits/index', says: /今天.*来访|今天还没有/ },
    { name: 'guide-orders', path: '/pages/guide/orders/index', says: '待结算佣金' },
    { name: 'guide-after-sales', path: '/pages/guide/after-sales/index', says: /没有售后|退款/ },
    { name: 'guide-pickup', path: '/pages/guide/pickup/index', says: '查询取货码' },
  ];
  expect(await lookAll(guide, pages)).toEqual([]);
});

test('the manager’s numbers fit every width and the largest text', async () => {
  const manager = await personAt(shop, browser, 'manager:1');
  const pages: Look[] = [
    { name: 'manager-desk', path: '/pages/manager/desk/index', says: '导购排行' },
    {
      name: 'manager-rows',
      path: '/pages/manager/rows/index?number=net&window=month',
      says: /共 \d+ 笔/,
    },
    { name: 'after-sales', path: '/pages/manager/after-sales/index', says: '待寄换货' },
    { name: 'after-sale-open', path: '/pages/manager/after-sale-open/index', says: '下一步' },
    { name: 'manager-bills', path: '/pages/manager/bills/index', says: '全部对上' },
    { name: 'manager-ship', path: '/pages/manager/ship/index', says: '件待发' },
    { name: 'manager-shipped', path: '/pages/manager/ship/index?tab=shipped', says: '更正单号' },
    { name: 'manager-ship-many', path: '/pages/manager/ship-many/index', says: '检查' },
    { name: 'manager-pickup', path: '/pages/manager/pickup/index', says: '查询取货码' },
    { name: 'manager-messages', path: '/pages/manager/messages/index', says: '店铺事件' },
  ];
  for (let turn = 0; turn < 6; turn += 1) await shop.tick();
  expect(await lookAll(manager, pages)).toEqual([]);
});

/** Every page that a shopper can open, with something on it. */
async function shopPages(shopper: Person): Promise<Look[]> {
  const addressId = await keepAddress(shopper);
  const long = await findWare(shopper, '婴儿手口湿巾');
  const orderId = await placeOrder(shopper, long, 'to-be-looked-at');
  await putInCart(shopper, await findWare(shopper, '水果小黄瓜'));
  await putInCart(shopper, long);
  await chooseWare(shopper, long, '立即购买');
  await shopper.sees('提交订单');
  const at = (page: string, query = '') => `/pages/shopper/${page}/index?${query}`;
  return [
    { name: 'home', path: '/', says: '大家都在买' },
    { name: 'category', path: '/pages/category/index', says: '更多' },
    { name: 'cart', path: '/pages/cart/index', says: '结算(2)' },
    { name: 'me', path: '/pages/me/index', says: '我的订单' },
    { name: 'product', path: at('product', `id=${long.productId}`), says: '立即购买' },
    { name: 'search', path: at('search'), says: '热门搜索' },
    { name: 'list', path: at('list'), says: '综合' },
    { name: 'checkout', path: at('checkout'), says: '提交订单' },
    { name: 'result', path: at('result', `orderId=${orderId}`), says: '还没有收到付款' },
    { name: 'orders', path: at('orders'), says: '取消订单' },
    { name: 'order', path: at('order', `orderId=${orderId}`), says: '订单动态' },
    { name: 'addresses', path: at('addresses'), says: '新增收货地址' },
    { name: 'points', path: at('points'), says: '积分明细' },
    { name: 'signin', path: at('signin'), says: '连签奖励' },
    { name: 'levels', path: at('levels'), says: '等级与权益' },
    { name: 'wallet', path: at('wallet'), says: '余额明细' },
    { name: 'coupons', path: at('coupons'), says: /还没有可用的优惠券|去使用/ },
    { name: 'claim', path: at('claim'), says: '先领券，再下单' },
    { name: 'exchange', path: at('exchange'), says: '可用积分' },
    { name: 'address', path: at('address', `addressId=${addressId}`), says: '设为默认地址' },
  ];
}

/** Looks at each page at each width; what is wrong, with the page and the width. */
async function lookAll(person: Person, looks: readonly Look[]): Promise<string[]> {
  const complaints: string[] = [];
  const { page } = person;
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(`console: ${said.text()}`);
  });
  for (const { name, path, says } of looks) {
    await page.setViewportSize({ width: 375, height: 812 });
    await person.opens(path);
    await person.sees(says);
    await settle(person);
    await shot(page, `widths/${name}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 812 });
      await settle(person);
      const found = await complaintsOf(page);
      complaints.push(...found.map((one) => `${name} at ${width} ${one}`));
    }
    complaints.push(...(await crowded(person, name)));
  }
  return complaints;
}

/** What stands on something else in the bars when everything, or only the text, is a third larger. */
async function crowded(person: Person, name: string): Promise<string[]> {
  const { page } = person;
  const found: string[] = [];
  for (const grow of [largerText, largerAll]) {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.evaluate(grow);
    await settle(person);
    const say = grow === largerText ? 'with larger text' : 'enlarged';
    found.push(...(await page.evaluate(crowdedBars)).map((one) => `${name} ${say} ${one}`));
    if (grow === largerText) await shot(page, `widths/${name}-large`);
  }
  return found;
}

function largerText(): void {
  const style = getComputedStyle(document.body);
  for (const size of ['xl', 'l', 'm', 's', 'xs']) {
    const [, number = '', unit = ''] =
      /([\d.]+)(\w+)/.exec(style.getPropertyValue(`--text-${size}`)) ?? [];
    document.body.style.setProperty(`--text-${size}`, `${Number(number) * 1.3}${unit}`);
  }
}

function largerAll(): void {
  document.body.removeAttribute('style');
  document.documentElement.style.fontSize = '26px';
}

/** Two frames after the window changed and its pictures came, all is laid out. */
async function settle(person: Person): Promise<void> {
  await person.page.waitForFunction(() =>
    Array.from(document.images).every((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return one.complete || bottom <= 0 || top >= document.documentElement.clientHeight;
    }),
  );
  await person.page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
