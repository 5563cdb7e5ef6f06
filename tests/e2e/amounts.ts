import type { Locator } from 'playwright-core';
import { shot } from '../support/browser';
import { fenAt, fenIn, type Person } from './person';

/** A quote as far as the cart shows it. */
export interface CartQuote {
  listFen: number;
  goodsFen: number;
  discountFen: number;
  freightFen: number;
  freightOffFen: number;
  payableFen: number;
  freight: { working: string }[];
}

interface SheetAmounts {
  goodsFen: number;
  freightFen: number;
  /** The sum of all lines. */
  sumFen: number;
  totalFen: number;
  workings: string[];
}

/** Opens the cart's breakdown, reads it and closes it. */
export async function cartAmounts(shopper: Person): Promise<SheetAmounts> {
  await shopper.taps('查看金额明细');
  const sheet = shopper.screen().getByRole('dialog');
  const rows = sheet.locator('.amounts__row');
  const row = (name: string) => fenAt(rows.filter({ hasText: name }));
  await sheet.getByText('商品金额（3 件）').waitFor();
  await shot(shopper.page, 'floor-cart-amounts');
  const workings = await sheet.locator('.amounts__working').allInnerTexts();
  const amounts = {
    goodsFen: await row('商品金额'),
    freightFen: await row('预计运费'),
    sumFen: (await rows.allInnerTexts()).reduce((sum, text) => sum + fenIn(text), 0),
    totalFen: await fenAt(sheet.locator('.amounts__total')),
    workings,
  };
  await sheet.getByRole('button', { name: '关闭', exact: true }).tap();
  await sheet.waitFor({ state: 'detached' });
  return amounts;
}

/** The sum of the lines that take something off. */
export async function savedIn(block: Locator): Promise<number> {
  const texts = await block.locator('.amounts__row').allInnerTexts();
  return texts.reduce((sum, text) => sum - Math.min(0, fenIn(text)), 0);
}
