import { fen, yuanText, type Fen } from '../../../kit/money';
import type { TermsOf } from './terms';

/** 秒杀: what one piece of a SKU costs, or null when it is not among the goods. Its goods are its scope. */
export function flashPrice(terms: TermsOf<'flash'>, skuId: string): Fen | null {
  const goods = terms.goods.find((each) => each.skuId === skuId);
  return goods === undefined ? null : fen(goods.priceFen);
}

/** `秒杀价 ¥19.90 起，每人限购 2 件`. */
export function flashText({ goods, mostPerMember }: TermsOf<'flash'>): string {
  const from = yuanText(Math.min(...goods.map((each) => each.priceFen)));
  const price = `秒杀价 ¥${from}${goods.length > 1 ? ' 起' : ''}`;
  return mostPerMember === null ? price : `${price}，每人限购 ${mostPerMember} 件`;
}
