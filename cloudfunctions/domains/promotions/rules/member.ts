import type { Fen } from '../../../kit/money';
import { foldText } from './measure';
import type { TermsOf } from './terms';
import { cutByRate } from './timed';

/** 会员价: what one piece costs members of a level, or null when the level has no price; null for nobody known. */
export function memberPrice(
  { rates }: TermsOf<'member'>,
  level: number | null,
  listFen: number,
): Fen | null {
  const rate = rates.find((each) => each.level === level);
  return rate === undefined ? null : cutByRate(listFen, rate.paysBp);
}

/** `会员 9.5 折`, or with several levels `会员低至 9.2 折`. */
export function memberText({ rates }: TermsOf<'member'>): string {
  const lowest = Math.min(...rates.map((rate) => rate.paysBp));
  return `会员${rates.length > 1 ? '低至' : ''} ${foldText(lowest)}`;
}
