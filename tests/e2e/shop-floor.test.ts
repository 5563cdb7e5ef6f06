import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { cartAmounts, type CartQuote } from './amounts';
import { chooseWare, findWare, keepAddress, placeOrder, putInCart, wareOf } from './goods';
import { boxOf, fenAt, personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
}

/** Moves the shop's clock, and runs what is due then. */
async function passTime(minutes: number): Promise<void> {
  await post(`${shop.url}/demo/clock`, { advanceMs: minutes * 60_000 });
  await shop.tick();
}

describe('the cart', () => {
  test('counts like the shop itself, down to the freight', async () => {
    const shopper = await personAt(shop, browser, 'new');
    const addressId = await keepAddress(shopper);
    const greens = await findWare(shopper, '水果小黄瓜');
    const wipes = await findWare(shopper, '婴儿手口湿巾');
    await putInCart(shopper, greens);
    await putInCart(shopper, wipes);
    await shopper.opens('/pages/cart/index');
    await shopper.taps('增加婴儿手口湿巾的数量');
    await shopper.sees('结算(3)');
    await shot(shopper.page, 'floor-cart');
    const barFen = await fenAt(shopper.screen().locator('.cart-bar__total'));
    const here = await cartAmounts(shopper);
    const lines = [
      { skuId: wipes.skuId, quantity: 2 },
      { skuId: greens.skuId, quantity: 1 },
    ];
    const delivery = { kind: 'express', addressId };
    const preview = (await shopper.asks('orders.preview', { lines, delivery })) as {
      quote: CartQuote;
    };
    const { quote } = preview;
    expect(here.goodsFen).toBe(greens.priceFen + 2 * wipes.priceFen);
    expect(here.goodsFen).toBe(quote.listFen);
    expect(here.sumFen).toBe(quote.payableFen);
    expect(here.totalFen).toBe(quote.payableFen);
    expect(barFen).toBe(quote.goodsFen - quote.discountFen);
    expect(here.freightFen).toBe(quote.freightFen + quote.freightOffFen);
    expect(here.freightFen).toBeGreaterThan(0);
    expect(here.workings.sort()).toEqual(quote.freight.map((part) => part.working).sort());

    await shopper.taps('结算(3)');
    await shopper.sees('提交订单');
    const due = shopper.screen().locator('.amounts__total');
    expect(await fenAt(due)).toBe(quote.payableFen);
    await shot(shopper.page, 'floor-checkout');
  });

  test('says what is missing to free freight, and leads to more goods', async () => {
    const shopper = await personAt(shop, browser, 'new');
    const wipes = await findWare(shopper, '婴儿手口湿巾');
    await putInCart(shopper, wipes);
    await shopper.opens('/pages/cart/index');
    await shopper.sees(/再买 ¥[\d.]+ (包邮|免运费)/);
    await shopper.taps(/(包邮|免运费).*去凑单/);
    await shopper.sees('综合');
    await shopper.taps('返回');
    await shopper.taps('增加婴儿手口湿巾的数量');
    await shopper.taps('增加婴儿手口湿巾的数量');
    await shopper.sees('已免运费');
  });

  test('is tidied by a swipe and by picking', async () => {
    const shopper = await personAt(shop, browser, 'new');
    await putInCart(shopper, await findWare(shopper, '水果小黄瓜'));
    await putInCart(shopper, await findWare(shopper, '婴儿手口湿巾'));
    await shopper.opens('/pages/cart/index');
    await shopper.sees('共 2 种商品');
    const swipe = shopper.screen().locator('.ui-swipe').filter({ hasText: '水果小黄瓜' });
    await swipe.evaluate((row) => row.scrollTo({ left: row.scrollWidth }));
    await swipe.getByRole('button', { name: '移除' }).tap();
    await shopper.sees('共 1 种商品');
    await shopper.taps('管理');
    await shopper.taps('全选');
    await shopper.taps('移除(1)');
    await shopper.agrees('移除');
    await shopper.sees('购物车还是空的');
    await shot(shopper.page, 'floor-cart-empty');
  });
});

describe('an order that is not paid', () => {
  test('is taken back, and its stock returns', async () => {
    const shopper = await personAt(shop, browser, 'new');
    await keepAddress(shopper);
    const ware = await findWare(shopper, '烟台红富士苹果');
    await chooseWare(shopper, ware, '立即购买');
    await shopper.taps('提交订单');
    await shopper.page.getByRole('button', { name: '取消' }).tap();
    await shopper.sees('还没有收到付款');
    await shot(shopper.page, 'floor-not-paid');
    expect((await wareOf(shopper, ware.productId, ware.skuId)).left).toBe(ware.left - 1);
    await shopper.taps('查看订单');
    await shopper.taps('取消订单');
    await shopper.taps('规格或数量选错了');
    await shot(shopper.page, 'floor-cancel');
    await shopper.taps('确认取消');
    await shopper.isTold('订单已取消');
    await shopper.sees('已关闭');
    expect((await wareOf(shopper, ware.productId, ware.skuId)).left).toBe(ware.left);
    await shot(shopper.page, 'floor-closed');
  });

  test('is paid from the list, and says in a sentence when WeChat Pay does not answer', async () => {
    const shopper = await personAt(shop, browser, 'new');
    await placeOrder(shopper, await findWare(shopper, '男童休闲运动短裤'), 'from-the-list');
    await shopper.opens('/pages/shopper/orders/index?state=unpaid');
    await shopper.sees('付款剩余');
    await shot(shopper.page, 'floor-orders');
    await post(`${shop.standInUrl}/faults`, { failAnswers: 100 });
    await shopper.taps('去支付');
    await shopper.isTold('微信支付暂时没有响应，请稍后再试');
    await post(`${shop.standInUrl}/faults`, { failAnswers: 0 });
    await shopper.taps('去支付');
    await shopper.page.getByRole('button', { name: '确认支付' }).tap();
    await shopper.sees('支付成功');
    await shopper.opens('/pages/shopper/orders/index?state=paid');
    await shopper.sees('男童休闲运动短裤');
    await shopper.sees('再次购买');
  });

  test('closes by itself when its time is up', async () => {
    const shopper = await personAt(shop, browser, 'new');
    // Unpaid orders of others close first, so that no stock but this order's comes back.
    await passTime(16);
    const ware = await findWare(shopper, '烟台红富士苹果');
    const orderId = await placeOrder(shopper, ware, 'nobody-pays-me');
    await shopper.opens(`/pages/shopper/order/index?orderId=${orderId}`);
    await shopper.sees('内付款，超时订单会自动取消');
    await shot(shopper.page, 'floor-unpaid');
    await passTime(16);
    await shopper.page.reload();
    await shopper.sees('超时未付款，订单已自动取消');
    expect((await wareOf(shopper, ware.productId, ware.skuId)).left).toBe(ware.left);
  });
});

describe('looking around', () => {
  test('finds goods by category and by two characters, and remembers the words', async () => {
    const shopper = await personAt(shop, browser, 'new');
    await shopper.taps('分类');
    await shopper.screen().locator('.goods-rows__row').first().waitFor();
    await shot(shopper.page, 'floor-category');
    await shopper.taps('篮球鞋');
    await shopper.sees('街头耐磨外场篮球鞋');
    await shopper.taps('返回');
    await shopper.taps('搜索商品');
    await search(shopper, '跑鞋');
    await shopper.sees('云野轻弹缓震跑鞋');
    await shot(shopper.page, 'floor-found');
    await shopper.taps('跑鞋');
    await shopper.sees('搜索历史');
    await search(shopper, '宇宙飞船');
    await shopper.sees('没有找到“宇宙飞船”');
    await shopper.taps('换个词试试');
    await shopper.taps('跑鞋');
    await shopper.sees('云野轻弹缓震跑鞋');
  });

  test('keeps addresses: added, changed, made the usual one, removed', async () => {
    const shopper = await personAt(shop, browser, 'new');
    await shopper.taps('我的');
    await shopper.taps('收货地址');
    await shopper.taps('新增收货地址');
    await shopper.taps('保存');
    await shopper.sees('请填写收货人姓名');
    await shopper.types('收货人', '赵一');
    await shopper.types('手机号', '13700001111');
    await shopper.types('详细地址', '人民路 1 号');
    await chooseArea(shopper);
    await shopper.taps('保存');
    await shopper.sees('137 0000 1111');
    await shopper.taps('修改赵一的地址');
    await shopper.types('收货人', '赵二');
    await shopper.taps(/设为默认地址/);
    await shopper.taps('保存');
    await shopper.sees('赵二');
    await shopper.sees('默认');
    await shot(shopper.page, 'floor-addresses');
    await shopper.taps('修改赵二的地址');
    await shopper.taps('删除');
    await shopper.agrees('删除');
    await shopper.sees('还没有收货地址');
  });

  test('the page about her leads to orders, messages, her guide and what is kept of her', async () => {
    const shopper = await personAt(shop, browser, 'shopper:1');
    await shopper.taps('我的');
    await shopper.sees('我的订单');
    await shot(shopper.page, 'floor-me');
    await shopper.taps('全部订单');
    await shopper.sees('再次购买');
    await shopper.taps('返回');
    for (const [cell, say] of [
      ['消息', /还没有消息|订单/],
      ['我的导购', '您的专属导购'],
      ['关于与隐私', '导购看不到您的手机号和地址'],
    ] as const) {
      await shopper.taps(cell);
      const sheet = shopper.screen().getByRole('dialog', { name: cell });
      await sheet.getByText(say).first().waitFor();
      await sheet.getByRole('button', { name: '关闭', exact: true }).tap();
      await sheet.waitFor({ state: 'detached' });
    }
  });

  test('staff pages tell a shopper calmly that they are not for her', async () => {
    const shopper = await personAt(shop, browser, 'new');
    for (const [path, say] of [
      ['/pages/guide/desk/index', '这里是导购的工作台'],
      ['/pages/guide/goods/index', '这里是导购的工作台'],
      ['/pages/manager/desk/index', '这里是店长看数据的地方'],
      ['/pages/manager/rows/index', '这里是店长看数据的地方'],
    ] as const) {
      await shopper.opens(path);
      await shopper.sees(say);
    }
    await shot(shopper.page, 'floor-not-for-you');
    await shopper.taps('回商城首页');
    await shopper.sees('大家都在买');
    expect(await shopper.screen().getByText('导购台').count()).toBe(0);
  });

  test('offers a way back when the shop cannot be reached', async () => {
    const shopper = await personAt(shop, browser, 'shopper:1');
    const ware = await findWare(shopper, '烟台红富士苹果');
    await putInCart(shopper, ware);
    for (const [path, content] of [
      ['/', '大家都在买'],
      [`/pages/shopper/product/index?id=${ware.productId}`, '烟台红富士苹果'],
      ['/pages/cart/index', '烟台红富士苹果'],
      ['/pages/shopper/orders/index', '待付款'],
    ] as const) {
      await shopper.page.route('**/api', (route) => route.abort());
      await shopper.opens(path);
      await shopper.sees('网络不太顺，请稍后再试');
      await shopper.page.unroute('**/api');
      await shopper.taps('再试一次');
      await shopper.sees(content);
    }
  });
});

async function search(shopper: Person, words: string): Promise<void> {
  const box = boxOf(shopper.screen(), '搜索商品');
  await box.fill(words);
  await box.press('Enter');
}

/** Turns the first wheel to its next entry, and takes what stands below it. */
async function chooseArea(shopper: Person): Promise<void> {
  await shopper.screen().locator('#choose-area').tap();
  const sheet = shopper.screen().getByRole('dialog');
  await sheet.getByText('浙江省').tap();
  await sheet.getByText('杭州市').waitFor();
  await shot(shopper.page, 'floor-area');
  await sheet.getByRole('button', { name: '确定' }).tap();
  await shopper.sees(/浙江省 杭州市/);
}
