import type { Promotion, PromotionTerms } from '../schema/promotion';
import { addOnText } from './add-on';
import { bundleText } from './bundle';
import { exchangeText } from './exchange';
import { flashText } from './flash';
import { freeFreightText } from './free-freight';
import { giftTexts } from './gift';
import { memberText } from './member';
import { nthText } from './nth';
import { offTexts } from './off';
import { rateTexts } from './rate';
import { timedText } from './timed';

/** What a promotion gives, in one short sentence: `满 ¥299 减 ¥40，满 ¥599 减 ¥100`, `第 2 件 5 折`. */
export function promotionText({ terms }: Pick<Promotion, 'terms'>): string {
  return partsOf(terms).join('，');
}

/** What a promotion gives in a few characters, for a pill: `秒杀`, `满299减40`, `第二件半价`. */
export function promotionPill({ terms }: Pick<Promotion, 'terms'>): string {
  switch (terms.kind) {
    case 'flash':
      return '秒杀';
    case 'exchange':
      return '积分兑换';
    case 'timed':
      return '限时折扣';
    case 'member':
      return '会员价';
    case 'bundle':
      return '组合套餐';
    case 'gift':
      return '满赠';
    case 'add_on':
      return '加价购';
    default:
      if (terms.kind === 'nth' && terms.nth === 2 && terms.paysBp === 5_000) return '第二件半价';
      return (partsOf(terms)[0] ?? '').replace(/[ ¥]/g, '');
  }
}

function partsOf(terms: PromotionTerms): string[] {
  switch (terms.kind) {
    case 'flash':
      return [flashText(terms)];
    case 'exchange':
      return [exchangeText(terms)];
    case 'timed':
      return [timedText(terms)];
    case 'member':
      return [memberText(terms)];
    case 'bundle':
      return [bundleText(terms)];
    case 'nth':
      return [nthText(terms)];
    case 'off':
      return offTexts(terms);
    case 'rate':
      return rateTexts(terms);
    case 'gift':
      return giftTexts(terms);
    case 'add_on':
      return [addOnText(terms)];
    case 'free_freight':
      return [freeFreightText(terms)];
  }
}
