import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { newId } from '../../cloudfunctions/platform/ids';
import { dataFaults } from '../support/data-faults';
import { shot, testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { findWare, keepAddress, type Ware } from './goods';
import { fenAt, personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();
const goods = '云野轻弹缓震跑鞋';

interface Bought {
  orderId: string;
  number: string;
  /** What its one line came to; freight is apart. */
  paidFen: number;
}

test('one unit of two is returned: asked for, agreed, received, and its money is back to the fen', async () => {
  const guide = await personAt(shop, browser, 'guide:1');
  const manager = await personAt(shop, browser, 'manager:1');
  const shopper = await personAt(shop, browser, 'new');
  const ware = await findWare(shopper, goods);
  await followCard(shopper, guide, ware);
  const order = await payForTwo(shopper, ware);
  const commission = await commissionOf(order.orderId);
  expect(commission).toBeGreaterThan(0);
  await shipAll(manager, order);
  const before = await shelfOf(ware);

  const askedFen = await askBack(shopper, order);
  expect(askedFen).toBe(Math.ceil(order.paidFen / 2));
  await shop.tick();
  await seeAndNote(guide, shopper);
  await agreeTo(manager);
  await sendBack(shopper);
  await receive(manager);
  await moneyComesBack(shopper, order, askedFen);

  expect(await shelfOf(ware)).toBe(before + 1);
  expect(await commissionOf(order.orderId)).toBe(await commissionLeft(order, askedFen, commission));
  expect(await dataFaults(shop.database.db)).toEqual([]);
});

/** The shopper opens a card of the guide, so that her order is the guide's. */
async function followCard(shopper: Person, guide: Person, { productId }: Ware): Promise<void> {
  const target = { kind: 'product', productId };
  const made = await guide.asks('referral.share', { target, channel: 'chat' });
  const { shareId } = made as { shareId: string };
  await shopper.asks('referral.enter', { visitorId: newId(), scene: 1007, shareId });
}

/** Orders two units to an address and pays for them on the sheet. */
async function payForTwo(shopper: Person, { skuId }: Ware): Promise<Bought> {
  const lines = [{ skuId, quantity: 2 }];
  const delivery = { kind: 'express', addressId: await keepAddress(shopper) };
  const { quote } = (await shopper.asks('orders.preview', { lines, delivery })) as {
    quote: { payableFen: number };
  };
  const { payableFen } = quote;
  const placed = (await shopper.asks('orders.place', {
    ...{ key: newId(), lines, delivery, payableFen },
  })) as { orderId: string; number: string };
  await shopper.opens(`/pages/shopper/order/index?orderId=${placed.orderId}`);
  await shopper.taps('去支付');
  await shopper.page.waitForURL(`${shop.standInUrl}/**`);
  await shopper.page.getByRole('button', { name: '确认支付' }).tap();
  await shopper.page.waitForURL(`${shop.url}/pages/shopper/result/**`);
  await shopper.sees('支付成功');
  const { lines: bought } = (await shopper.asks('orders.show', { orderId: placed.orderId })) as {
    lines: { paidFen: number }[];
  };
  return { ...placed, paidFen: bought[0]?.paidFen ?? 0 };
}

/** Both units leave in one parcel. */
async function shipAll(manager: Person, { orderId }: Bought): Promise<void> {
  const units = [{ line: 1, quantity: 2 }];
  const parcel = { number: 'SF1020304050607', carrier: 'SF' };
  await manager.asks('delivery.ship', { key: newId(), orderId, units, ...parcel });
}

/** Asks to return one unit, having seen what comes back; that amount in fen. */
async function askBack(shopper: Person, { orderId }: Bought): Promise<number> {
  await shopper.opens(`/pages/shopper/order/index?orderId=${orderId}`);
  await shopper.taps('申请售后');
  await shopper.sees('售后类型');
  await shopper.taps('退货退款');
  await shopper.taps('尺码、大小不合适');
  const total = shopper.screen().locator('.amounts__total');
  await total.waitFor();
  await shot(shopper.page, 'after-sale-01-form', true);
  const askedFen = await fenAt(total);
  await shopper.taps('提交申请');
  await shopper.sees('待商家处理');
  expect(await fenAt(shopper.screen().locator('.amounts__total'))).toBe(askedFen);
  await shopper.sees(/商家会在 .* 内处理/);
  await shot(shopper.page, 'after-sale-02-asked', true);
  return askedFen;
}

/** The order's guide finds it on her desk and notes something, which the shopper does not see. */
async function seeAndNote(guide: Person, shopper: Person): Promise<void> {
  await guide.opens('/pages/guide/desk/index');
  await guide.taps('顾客售后');
  await guide.taps(/退货退款，待商家处理/);
  await guide.sees('顾客与业绩');
  await shot(guide.page, 'after-sale-03-guide', true);
  await guide.taps(/添加备注/);
  await guide.page.locator('[aria-label="添加备注"] textarea').fill('脚背高，建议换大一码');
  await guide.page.getByRole('button', { name: '保存备注' }).tap();
  await guide.sees(/导购备注：脚背高/);
  await shopper.page.reload();
  await shopper.sees('待商家处理');
  expect(await shopper.screen().getByText('脚背高').count()).toBe(0);
}

/** The manager opens it from his desk and agrees. */
async function agreeTo(manager: Person): Promise<void> {
  await manager.opens('/pages/manager/desk/index');
  await manager.taps(/售后处理/);
  await manager.sees('待寄换货');
  await shot(manager.page, 'after-sale-04-board');
  await manager.taps(/退货退款，待商家处理/);
  await manager.sees('申请信息');
  await shot(manager.page, 'after-sale-05-decide', true);
  await manager.taps('同意');
  await manager.agrees('同意');
  await manager.sees('待寄回');
}

/** The shopper says with which parcel the shoes come back. */
async function sendBack(shopper: Person): Promise<void> {
  await shopper.page.reload();
  await shopper.sees('寄回地址');
  await shopper.taps('填写运单号');
  const sheet = shopper.screen().getByRole('dialog');
  await sheet.getByRole('button', { name: '圆通速递', exact: true }).tap();
  await sheet.locator('[aria-label="运单号"] input').fill('YT2026112400001');
  await shot(shopper.page, 'after-sale-06-parcel');
  await sheet.getByRole('button', { name: '提交', exact: true }).tap();
  await shopper.sees('待商家收货');
  await shopper.sees('圆通速递 YT2026112400001');
}

/** The manager has the shoes, which may be sold again. */
async function receive(manager: Person): Promise<void> {
  await manager.page.reload();
  await manager.taps('确认收到退货');
  const sheet = manager.screen().getByRole('dialog');
  await sheet.getByRole('button', { name: '确认收货', exact: true }).tap();
  await manager.sees('退款中');
}

/** WeChat Pay sends it back, once, and the shopper sees that it did. */
async function moneyComesBack(shopper: Person, order: Bought, askedFen: number): Promise<void> {
  let back: { amountFen: number; status: string }[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    await shop.tick();
    back = await refundsInBook(order.number);
    const done = await doneAfterSales(order.orderId);
    if (done === 1) break;
    await shopper.page.waitForTimeout(250);
  }
  expect(back).toMatchObject([{ amountFen: askedFen, status: 'SUCCESS' }]);
  await shopper.page.reload();
  await shopper.sees('已完成');
  await shopper.sees(/已退回/);
  await shot(shopper.page, 'after-sale-07-done', true);
  await shopper.opens('/pages/me/index');
  await shopper.taps('退款与售后');
  await shopper.sees('已完成');
  await shot(shopper.page, 'after-sale-08-mine');
}

/** What the stand-in's book says last of each refund of an order. */
async function refundsInBook(number: string) {
  const text = await readFile(path.join(shop.folder, 'book.jsonl'), 'utf8');
  const refunds = new Map<string, { amountFen: number; status: string }>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { kind, row } = JSON.parse(line) as {
      kind: string;
      row: { outRefundNo: string; outTradeNo: string; amountFen: number; status: string };
    };
    if (kind === 'refund' && row.outTradeNo === number) refunds.set(row.outRefundNo, row);
  }
  return [...refunds.values()];
}

async function doneAfterSales(orderId: string): Promise<number> {
  const rows = await shop.database.db
    .selectFrom('afterSales')
    .select('state')
    .where('orderId', '=', orderId)
    .where('state', '=', 'done')
    .execute();
  return rows.length;
}

async function shelfOf({ skuId }: Ware): Promise<number> {
  const shelf = await shop.database.db
    .selectFrom('stock')
    .select('onHand')
    .where('skuId', '=', skuId)
    .executeTakeFirstOrThrow();
  return shelf.onHand;
}

async function commissionOf(orderId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(amount_fen), 0)::bigint as fen
    from commission_entries where order_id = ${orderId}`.execute(shop.database.db);
  return rows[0]?.fen ?? 0;
}

/** What the unit that stays earns: its part of the base at the rate of the order, rounded down. */
async function commissionLeft(order: Bought, askedFen: number, wholeFen: number): Promise<number> {
  const { credit } = await shop.database.db
    .selectFrom('orders')
    .select('credit')
    .where('orderId', '=', order.orderId)
    .executeTakeFirstOrThrow();
  const [line] = credit.lines ?? [];
  if (line === undefined) throw new Error(`nothing earned ${wholeFen} fen`);
  const goneFen = Math.floor((line.baseFen * askedFen) / order.paidFen);
  return Math.floor(((line.baseFen - goneFen) * line.rateBp) / 10_000);
}
