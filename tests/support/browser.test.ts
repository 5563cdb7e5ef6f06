import { readFileSync } from 'node:fs';
import { shot, testBrowser } from './browser';

const browser = testBrowser();

const sheet = (text: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(
    `<meta name="viewport" content="width=device-width"><style>p{font:20px sans-serif}</style><p>${text}</p>`,
  )}`;

test('Chinese is drawn: two texts of equal length look different', async () => {
  const page = await browser.phone();
  await page.goto(sheet('导购分享顾客下单'));
  const first = readFileSync(await shot(page, 'browser/chinese-1'));
  await page.goto(sheet('运动鞋子断码清仓'));
  const second = readFileSync(await shot(page, 'browser/chinese-2'));
  expect(first.equals(second)).toBe(false);
});

test('a page can reach nothing but this machine', async () => {
  const page = await browser.phone();
  const reached = await page.evaluate(() =>
    fetch('http://shop.invalid/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  expect(browser.takeFaults()).toEqual(['asked another host: http://shop.invalid/']);
});
