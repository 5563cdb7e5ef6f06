import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { savedIn } from './amounts';
import { boxOf, fenAt, fenIn, personAt, personOn, type Person } from './person';
import { pictureFacts } from './picture';

const shop = testShop();
const browser = testBrowser();

const goods = '云野轻弹缓震跑鞋';
const pasted =
  '收货人：王小熟 手机 139-1234-5678 地址：新疆维吾尔自治区乌鲁木齐市天山区解放北路 8 号 2 单元 301';

/** A card as the guide sees it before it is sent. */
interface Card {
  priceFen: number;
  commissionFen: number;
}

/** What the checkout says, in fen. */
interface Quote {
  goodsFen: number;
  /** What offers take off in all. */
  savedFen: number;
  freightFen: number;
  payableFen: number;
}

test('a guide shares, a stranger buys and pays, the guide is credited, the manager sees it', async () => {
  const manager = await personAt(shop, browser, 'manager:1');
  const netBefore = await netToday(manager);

  const guide = await personAt(shop, browser, 'guide:1');
  const card = await shareCard(guide);
  await drawPoster(guide);
  const link = await copyLink(guide);

  const page = await browser.phone();
  const stranger = personOn(page, shop.url);
  const chosen = await chooseByCard(stranger, link);
  expect(chosen).toBeLessThanOrEqual(card.priceFen);
  await addAddress(stranger);
  const quote = await readQuote(stranger);
  expect(quote.goodsFen).toBe(card.priceFen);
  const { payableFen } = quote;
  expect(payableFen).toBe(quote.goodsFen - quote.savedFen + quote.freightFen);
  await payOnSheet(stranger, payableFen);
  const number = await readOrder(stranger, { ...quote, priceFen: chosen });

  await seeCredit(guide, { ...card, ...quote });
  await seeRevenue(manager, { netBefore, payableFen, number });
});

/** Opens the desk and reads today's net revenue. */
async function netToday(manager: Person): Promise<number> {
  await manager.taps('管理');
  await manager.sees('净销售');
  return fenAt(manager.screen().locator('.numbers__amount'));
}

/** The guide finds the goods among those she can share, sees what they earn, and opens their card. */
async function shareCard(guide: Person): Promise<Card> {
  await guide.taps('导购台');
  await guide.taps('选品分享');
  await guide.types('搜索要分享的商品', '跑鞋');
  await guide.page.keyboard.press('Enter');
  await guide.screen().locator('.good-row').filter({ hasText: '跑鞋' }).first().waitFor();
  await shot(guide.page, 'sale-01-goods');
  const row = guide.screen().locator('.good-row').filter({ hasText: goods });
  const commissionFen = await fenAt(row.locator('.good-row__earns'));
  await row.tap();
  await guide.sees('卖出一件的佣金');
  await shot(guide.page, 'sale-02-card');
  const screen = guide.screen();
  expect(await fenAt(screen.locator('.card-page__earns'))).toBe(commissionFen);
  expect(commissionFen).toBeGreaterThan(0);
  return { priceFen: await fenAt(screen.locator('.ui-price')), commissionFen };
}

/** The poster is a picture of its own: drawn, not blank, and from nowhere else. */
async function drawPoster(guide: Person): Promise<void> {
  await guide.taps('生成海报');
  const picture = guide.screen().locator('.poster-sheet__picture img');
  await picture.waitFor();
  const source = (await picture.getAttribute('src')) ?? '';
  expect(source).toMatch(/^data:image\/png;base64,/);
  const { width, height, colours, inked } = await pictureFacts(guide.page, source);
  expect(Math.min(width, height)).toBeGreaterThan(300);
  expect(colours).toBeGreaterThan(500);
  // Top, middle and foot all have something on them: the guide, the goods, the code.
  expect(Math.min(...inked)).toBeGreaterThan(0.02);
  await shot(guide.page, 'sale-03-poster');
  await guide.screen().locator('.ui-sheet__close').tap();
  await picture.waitFor({ state: 'detached' });
}

async function copyLink(guide: Person): Promise<string> {
  await guide.taps('复制链接');
  await guide.page.getByText('链接已复制').waitFor();
  const link = await guide.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('s')).toMatch(/^[0-9A-Za-z]{1,20}$/);
  return link;
}

/** The stranger opens the link, meets the guide, and chooses colour and size; what that one costs. */
async function chooseByCard(stranger: Person, link: string): Promise<number> {
  await stranger.opens(`${link}&as=new`);
  await stranger.sees('您的专属导购');
  await shot(stranger.page, 'sale-04-product');
  const lowestFen = await fenAt(stranger.screen().locator('.product-head .ui-price'));
  await stranger.taps('立即购买');
  await stranger.sees('请选择 颜色、尺码');
  await stranger.taps('海盐蓝');
  await stranger.taps('40');
  await stranger.sees('海盐蓝 40');
  await shot(stranger.page, 'sale-05-sku');
  const priceFen = await fenAt(stranger.screen().locator('.sku-sheet__head .ui-price'));
  expect(priceFen).toBeGreaterThanOrEqual(lowestFen);
  await stranger.screen().locator('.ui-sheet__foot').getByText('立即购买').tap();
  await stranger.sees('确认订单');
  return priceFen;
}

/** Pastes an address, checks what was recognised, and saves it. */
async function addAddress(stranger: Person): Promise<void> {
  await stranger.taps('添加收货地址');
  await boxOf(stranger.screen(), '粘贴整段地址').fill(pasted);
  await stranger.taps('识别');
  await stranger.page.getByText('请核对').waitFor();
  const screen = stranger.screen();
  expect(await boxOf(screen, '收货人').inputValue()).toBe('王小熟');
  expect(await boxOf(screen, '手机号').inputValue()).toBe('13912345678');
  expect(await screen.locator('.area-field__value').innerText()).toBe(
    '新疆维吾尔自治区 乌鲁木齐市 天山区',
  );
  expect(await boxOf(screen, '详细地址').inputValue()).toContain('解放北路');
  await shot(stranger.page, 'sale-06-address');
  await stranger.taps('保存');
  await stranger.sees('139 1234 5678');
}

/** Every amount of the checkout, with the freight's working. */
async function readQuote(stranger: Person): Promise<Quote> {
  await stranger.screen().getByText('提交订单').waitFor();
  const block = stranger.screen().locator('.amounts');
  const quote = {
    goodsFen: await fenAt(block.locator('.amounts__row', { hasText: '商品金额' })),
    savedFen: await savedIn(block),
    freightFen: await fenAt(block.locator('.amounts__row', { hasText: /^运费/ })),
    payableFen: await fenAt(block.locator('.amounts__total')),
  };
  expect(await block.locator('.amounts__working').allInnerTexts()).toEqual([
    expect.stringMatching(/^普通快递：共 [\d.]+ 千克，首 1 千克 ¥18$/),
  ]);
  expect(await fenAt(stranger.screen().locator('.checkout-bar__total'))).toBe(quote.payableFen);
  await shot(stranger.page, 'sale-07-checkout', true);
  return quote;
}

/** Pays on the stand-in's sheet, which says that it is one and asks for exactly the payable. */
async function payOnSheet(stranger: Person, payableFen: number): Promise<void> {
  const { page } = stranger;
  await stranger.taps('提交订单');
  await page.waitForURL(`${shop.standInUrl}/**`);
  await page.getByText('模拟微信支付，不会扣款').waitFor();
  expect(await fenAt(page.locator('.amount'))).toBe(payableFen);
  await shot(page, 'sale-08-sheet');
  await page.getByRole('button', { name: '确认支付' }).tap();
  await page.waitForURL(`${shop.url}/pages/shopper/result/**`);
  await stranger.sees('支付成功');
  expect(await fenAt(stranger.screen().locator('.pay-result__amount'))).toBe(payableFen);
  await shot(page, 'sale-09-result');
}

/** Opens the order and reads every amount in it; its number. */
async function readOrder(stranger: Person, quote: Quote & { priceFen: number }): Promise<string> {
  await stranger.taps('查看订单');
  await stranger.sees('待发货');
  const screen = stranger.screen();
  expect(await fenAt(screen.locator('.line-row .ui-price'))).toBe(quote.priceFen);
  const block = screen.locator('.amounts');
  expect(await fenAt(block.locator('.amounts__row', { hasText: '商品金额' }))).toBe(quote.goodsFen);
  expect(await savedIn(block)).toBe(quote.savedFen);
  expect(await fenAt(block.locator('.amounts__row', { hasText: /^运费/ }))).toBe(quote.freightFen);
  expect(await block.locator('.amounts__total').innerText()).toContain('实付');
  expect(await fenAt(block.locator('.amounts__total'))).toBe(quote.payableFen);
  await stranger.sees('您的专属导购');
  await stranger.sees('139 1234 5678');
  await shot(stranger.page, 'sale-10-order', true);
  const [number = ''] =
    /\d{12,}/.exec(await screen.locator('.order-fact').first().innerText()) ?? [];
  expect(number).not.toBe('');
  return number;
}

/** The guide finds the order among hers, what it earns and why, and who came by the card. */
async function seeCredit(guide: Person, card: Card & Quote): Promise<void> {
  await guide.opens('/pages/guide/desk/index');
  await guide.sees('今日业绩');
  await guide.screen().locator('.credited-line').filter({ hasText: goods }).first().waitFor();
  await shot(guide.page, 'sale-11-desk', true);
  await guide.screen().locator('.desk-head__sold').tap();
  const credited = guide.screen().locator('.credited').filter({ hasText: goods }).first();
  await credited.waitFor();
  const sums = credited.locator('.credited__sums');
  const baseFen = card.goodsFen - card.savedFen;
  expect(fenIn(await sums.innerText())).toBe(baseFen);
  const rateBp = Math.round((card.commissionFen / card.priceFen) * 10_000);
  const earnedFen = await fenAt(sums.locator('.credited__earned'));
  expect(earnedFen).toBe(Math.floor((baseFen * rateBp) / 10_000));
  expect(await credited.locator('.credited__why').innerText()).toBe('客户下单前打开了您分享的卡片');
  await shot(guide.page, 'sale-12-credited');
  await guide.opens('/pages/guide/visits/index');
  const visit = guide.screen().locator('.visit').filter({ hasText: goods }).first();
  await visit.waitFor();
  expect(await visit.innerText()).toContain('链接');
  await shot(guide.page, 'sale-13-visits');
}

/** Today's net revenue rose by exactly what was paid, and its rows have the order. */
async function seeRevenue(
  manager: Person,
  { netBefore, payableFen, number }: { netBefore: number; payableFen: number; number: string },
): Promise<void> {
  await manager.page.reload();
  await manager.sees('净销售');
  const screen = manager.screen();
  expect((await fenAt(screen.locator('.numbers__amount'))) - netBefore).toBe(payableFen);
  await shot(manager.page, 'sale-14-manager', true);
  await screen.locator('.numbers__net').tap();
  const row = manager.screen().locator('.rows__row').filter({ hasText: number });
  await row.waitFor();
  expect(await fenAt(row.locator('.ui-price'))).toBe(payableFen);
  await shot(manager.page, 'sale-15-rows');
}
