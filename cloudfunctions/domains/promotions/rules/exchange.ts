import { fen, yuanText, type Fen } from '../../../kit/money';
import type { TermsOf } from './terms';

/** 积分兑换: points and money for one piece of a SKU, or null when it is not among the goods. */
export function exchangePrice(
  terms: TermsOf<'exchange'>,
  skuId: string,
): { points: number; priceFen: Fen } | null {
  const goods = terms.goods.find((each) => each.skuId === skuId);
  return goods === undefined ? null : { points: goods.points, priceFen: fen(goods.priceFen) };
}

/** `100 积分 + ¥9.90 兑换`; of several goods, those for the fewest points. */
export function exchangeText({ goods }: TermsOf<'exchange'>): string {
  const [first, ...others] = [...goods].sort(
    (a, b) => a.points - b.points || a.priceFen - b.priceFen,
  );
  if (first === undefined) return '积分兑换';
  const money = first.priceFen === 0 ? '' : ` + ¥${yuanText(first.priceFen)}`;
  const from = others.length > 0 ? '起' : '';
  return `${first.points} 积分${money}${money === '' ? '' : ' '}${from}兑换`;
}
