import { sql } from 'kysely';
import { testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();
const words = '走了一天脚也不累，尺码很准';

/** What the shopper received lately, with no review of it yet. */
async function waiting(shopper: Person) {
  const received = { states: ['received', 'completed'] };
  const { items } = (await shopper.asks('orders.list', received)) as {
    items: { orderId: string; lines: { productId: string }[] }[];
  };
  const [order] = items;
  const [line] = order?.lines ?? [];
  if (order === undefined || line === undefined) throw new Error('she received nothing');
  const { orderId } = order;
  const { db } = shop.database;
  await sql`update orders set received_at = (select max(received_at) from orders) where order_id = ${orderId}`.execute(
    db,
  );
  await sql`delete from review_parts p using reviews r where r.review_id = p.review_id
    and r.order_id = ${orderId}`.execute(db);
  await sql`delete from reviews where order_id = ${orderId}`.execute(db);
  return { orderId, productId: line.productId };
}

test('a review is written, shows after its check, is answered, and everybody reads it', async () => {
  const shopper = await personAt(shop, browser, 'shopper:1');
  const { orderId, productId } = await waiting(shopper);
  await shopper.opens('/pages/shopper/my-reviews/index');
  await shopper.sees('待评价');
  await shopper.opens(`/pages/shopper/review/index?orderId=${orderId}&line=1`);
  await shopper.sees('非常满意');
  await shopper.taps('4 星');
  await shopper.sees('满意');
  await shopper.types('评价内容', words);
  await shopper.taps('发布评价');
  await shopper.isTold('审核通过后展示');
  const reader = await personAt(shop, browser, 'new');
  const reviews = `/pages/shopper/reviews/index?productId=${productId}`;
  await reader.opens(reviews);
  await reader.sees(/全部 \d+/);
  expect(await reader.screen().getByText(words).count()).toBe(0);

  await shop.tick();
  const manager = await personAt(shop, browser, 'manager:1');
  await manager.opens('/pages/manager/reviews/index');
  await manager.sees(words);
  await manager.taps('回复');
  await manager.types('回复内容', '谢谢您，穿着舒服就好');
  await manager.taps('发布回复');
  await manager.isTold('已回复');

  await reader.opens(reviews);
  await reader.sees(words);
  await reader.sees('谢谢您，穿着舒服就好');
  await reader.opens(`/pages/shopper/product/index?id=${productId}`);
  await reader.sees(words);
});

test('an invoice is asked for on the order, and its number comes back', async () => {
  const shopper = await personAt(shop, browser, 'shopper:1');
  const { orderId } = await waiting(shopper);
  const order = `/pages/shopper/order/index?orderId=${orderId}`;
  await shopper.opens(order);
  await shopper.taps('发票');
  await shopper.taps('企业');
  await shopper.types('抬头', '上海某某有限公司');
  await shopper.types('税号', '91310000MA1FL0000X');
  await shopper.taps('提交开票申请');
  await shopper.isTold('已提交');
  const manager = await personAt(shop, browser, 'manager:1');
  await manager.opens('/pages/manager/invoices/index');
  await manager.sees('上海某某有限公司');
  await manager.taps(/登记发票号码/);
  await manager.types('号码', '24312000000001');
  await manager.taps('登记');
  await manager.isTold('已登记');
  await shopper.opens(order);
  await shopper.taps('发票');
  await shopper.sees('24312000000001');
});
