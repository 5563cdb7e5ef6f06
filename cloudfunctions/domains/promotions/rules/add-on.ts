import { fen, yuanText, type Fen } from '../../../kit/money';
import { atLeastText, countOf, missingTo, type Measured, type Missing } from './measure';
import type { TermsOf } from './terms';

/** 加价购: the price of one piece and the most pieces of an order, or null when the SKU is not among its goods. */
export function addOnGoods(
  { goods }: TermsOf<'add_on'>,
  skuId: string,
): { priceFen: Fen; most: number } | null {
  const found = goods.find((each) => each.skuId === skuId);
  return found === undefined ? null : { priceFen: fen(found.priceFen), most: found.most };
}

/** Whether goods reach what 加价购 asks. */
export function opensAddOn({ by, atLeast }: TermsOf<'add_on'>, goods: Measured): boolean {
  return countOf(by, goods) >= atLeast;
}

/** What is missing to 加价购; null when it is open. */
export function nextAddOn(terms: TermsOf<'add_on'>, goods: Measured): Missing | null {
  if (opensAddOn(terms, goods)) return null;
  return missingTo(terms, goods, { worthFen: null, gain: '可换购' });
}

/** `满 ¥99 加 ¥1 换购`. */
export function addOnText({ by, atLeast, goods }: TermsOf<'add_on'>): string {
  const from = yuanText(Math.min(...goods.map((each) => each.priceFen)));
  return `${atLeastText(by, atLeast)}加 ¥${from}${goods.length > 1 ? ' 起' : ''} 换购`;
}
