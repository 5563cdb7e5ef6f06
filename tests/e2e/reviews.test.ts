import { testBrowser } from '../support/browser';
import { testShop } from '../support/shop';
import { personAt, type Person } from './person';

const shop = testShop();
const browser = testBrowser();
const words = '走了一天脚也不累，尺码很准';

interface Mine {
  toWrite: { orderId: string; line: number; productId: string; title: string }[];
}

/** What waits for a review of hers, the first of it. */
async function waiting(shopper: Person) {
  const mine = (await shopper.asks('reviews.mine', {})) as Mine;
  const [first] = mine.toWrite;
  if (first === undefined) throw new Error('nothing waits for a review');
  return first;
}

test('a review is written, shows after its check, is answered, and everybody reads it', async () => {
  const shopper = await personAt(shop, browser, 'shopper:1');
  const { productId } = await waiting(shopper);
  await shopper.opens('/pages/shopper/my-reviews/index');
  await shopper.taps('去评价');
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
