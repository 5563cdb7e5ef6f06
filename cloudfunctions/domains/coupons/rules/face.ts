import { yuanText } from '../../../kit/money';
import type { Scope } from '../../promotions/schema/scope';
import type { CouponTerms } from '../schema';

/** How a coupon reads on its ticket: `¥` 20, 8.5 `折` or a word, and below it from what on it counts. */
export interface CouponFace {
  readonly before?: string;
  readonly main: string;
  readonly after?: string;
  readonly under: string;
}

/** The value of a coupon as its ticket shows it; `thresholdFen` is what eligible goods must cost, in fen. */
export function faceOf(terms: CouponTerms, thresholdFen: number): CouponFace {
  const under = thresholdSay(thresholdFen);
  switch (terms.kind) {
    case 'fixed':
      return { before: '¥', main: yuanText(terms.offFen), under };
    case 'percent':
      return { main: discountText(terms.paysBp), after: '折', under };
    case 'exchange':
      return { main: '兑换', under };
    case 'freight':
      return terms.offFen === null
        ? { main: '免运费', under }
        : { before: '¥', main: yuanText(terms.offFen), under };
  }
}

/** What sort of coupon it is, in a word. */
export function sortSay(terms: CouponTerms): string {
  switch (terms.kind) {
    case 'fixed':
      return '满减券';
    case 'percent':
      return '折扣券';
    case 'exchange':
      return '兑换券';
    case 'freight':
      return '运费券';
  }
}

/** What else limits its value, a line each: the cap of a share, the one unit of an exchange. */
export function limitsSay(terms: CouponTerms): string[] {
  if (terms.kind === 'percent' && terms.capFen !== null)
    return [`最多减 ¥${yuanText(terms.capFen)}`];
  return terms.kind === 'exchange' ? ['抵其中最贵的一件'] : [];
}

/** 8.5 for 8 500 bp: what remains to be paid, in tenths. */
function discountText(paysBp: number): string {
  return String(paysBp / 1_000);
}

/** From what on it counts. */
function thresholdSay(thresholdFen: number): string {
  return thresholdFen === 0 ? '无门槛' : `满 ¥${yuanText(thresholdFen)} 可用`;
}

/** Which goods it is for, in a few words. */
export function scopeSay(scope: Scope): string {
  const except = anyGoods(scope.not) ? '，部分除外' : '';
  if (scope.all) return `全场商品可用${except}`;
  const onlyCategories =
    scope.categoryIds.length > 0 && scope.productIds.length + scope.tags.length === 0;
  return `${onlyCategories ? '指定分类' : '指定商品'}可用${except}`;
}

function anyGoods({ productIds, categoryIds, tags }: Scope['not']): boolean {
  return productIds.length + categoryIds.length + tags.length > 0;
}
