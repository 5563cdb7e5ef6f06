import { missingText, type Missing } from '../../../promotions/rules/measure';
import type { QuoteFacts } from '../facts';
import type { UnusedCode } from '../quoted';
import type { Found } from '../search/leaf';
import type { Plan } from '../search/plan';

/** A reason in words, with what is missing where something is. */
export interface Why {
  code: UnusedCode;
  say: string;
  missing?: Missing;
}

/** What a reason is found in. */
export interface Told {
  facts: QuoteFacts;
  plan: Plan;
  found: Found;
}

export const wrongGoods: Why = { code: 'wrong_goods', say: '不适用于所选商品' };
export const betterOffer: Why = { code: 'better_offer', say: '已选更优惠的组合' };
/** What is missing, as a reason. */
export function short(missing: Missing): Why {
  return { code: 'short', say: `还差 ${missingText(missing)}`, missing };
}
