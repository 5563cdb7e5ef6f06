import { testBrowser } from '../support/browser';
import { complaintsOf, crowdedBars } from './looks';

const browser = testBrowser();

/** A page of the shop's shape with these parts in it. */
async function pageWith(parts: string) {
  const page = await browser.phone();
  const head = '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>';
  await page.setContent(`${head}<div class="taro_page" style="height:800px">${parts}</div>`);
  return page;
}

const button = (size: string, inside: string) =>
  `<div role="button" style="${size}">${inside}</div>`;
const finger = 'width:44px;height:44px';

test('a sound page has nothing to complain of', async () => {
  const page = await pageWith(
    `<span class="ui-price">¥12.50</span>${button(finger, '买')}
    <div class="ui-picture" style="width:100px;height:80px"><img alt="" width="10" height="10"></div>`,
  );
  expect(await complaintsOf(page)).toEqual([]);
});

test.each([
  ['is 500 px wide', '<div style="width:500px">wide</div>'],
  [
    'cuts the price ¥12345.67',
    '<div style="width:40px;overflow:hidden;white-space:nowrap"><span class="ui-price">¥12345.67</span></div>',
  ],
  [
    'breaks the price ¥12345.67',
    '<div style="width:30px;overflow-wrap:anywhere"><span class="ui-price">¥12345.67</span></div>',
  ],
  ['has a target of 44 × 20: small', button('width:44px;height:20px;margin:60px', 'small')],
  ['has a nameless div', button(finger, '<i></i>')],
  [
    'has a picture of no known ratio: ui-picture',
    '<div class="ui-picture" style="width:100px;height:50px"></div>',
  ],
])('finds a page that %s', async (complaint, parts) => {
  const [found = ''] = await complaintsOf(await pageWith(parts));
  expect(found.trim()).toBe(complaint);
});

test('room around a small sign counts for the finger', async () => {
  const page = await pageWith(
    `<style>[role=button]{position:relative;margin:60px}
    [role=button]::after{content:'';position:absolute;inset:-14px}</style>
    ${button('width:20px;height:20px', '×')}`,
  );
  expect(await complaintsOf(page)).toEqual([]);
});

test('finds words of a bar that stand on each other or leave it', async () => {
  const word = (left: number, said: string) =>
    `<span style="position:absolute;left:${left}px">${said}</span>`;
  const page = await pageWith(
    `<div class="ui-bottom-bar" style="position:relative;height:44px;white-space:nowrap">
    ${word(0, '加入购物车')}${word(30, '立即购买')}${word(350, '提交订单')}</div>`,
  );
  expect(await page.evaluate(crowdedBars)).toEqual([
    'leaves its bar: 提交订单',
    'overlap: 加入购物车 and 立即购买',
  ]);
});
