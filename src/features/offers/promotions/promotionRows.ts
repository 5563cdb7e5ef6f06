import { atLeastText } from '../../../../cloudfunctions/domains/promotions/rules/measure';
import { promotionText } from '../../../../cloudfunctions/domains/promotions/rules/text';
import { phoneNow } from '../../../kit/clock';
import { groupedCount, groupedMoney } from '../amounts';
import type { FactRow } from '../FactRows';
import { levelName, type LevelName } from '../form/levels';
import { momentText } from '../form/moments';
import { audienceRows, scopeRows } from '../form/namedWords';
import { typedBp } from '../form/typed';
import type { Names } from '../form/scopeForm';
import { kindFacts } from './kinds';
import type { Watched } from './promotionFacts';

interface Known {
  readonly names: Names;
  readonly levels: readonly LevelName[];
}

/** All terms of a promotion in plain words, a line each. */
export function promotionRows(made: Watched, { names, levels }: Known): FactRow[] {
  const { terms, scope, audience, limits, startsAt, endsAt, priority } = made;
  const nowMs = phoneNow();
  const { namesGoods } = kindFacts(terms.kind);
  const said = termsText(made, { names, levels });
  return [
    ...(said === '' ? [] : [{ name: '优惠', value: said }]),
    { name: '开始', value: momentText(startsAt, nowMs) },
    { name: '结束', value: momentText(endsAt, nowMs) },
    ...(namesGoods ? [] : scopeRows(scope, names)),
    ...audienceRows(audience, names, levels),
    { name: '预算', value: limits.budgetFen === null ? '不限' : groupedMoney(limits.budgetFen) },
    { name: '总次数', value: limits.uses === null ? '不限' : `${groupedCount(limits.uses)} 单` },
    {
      name: '每人次数',
      value: limits.usesPerMember === null ? '不限' : `${limits.usesPerMember} 单`,
    },
    { name: '其他活动', value: made.withPromotions ? '可以同享' : '不同享' },
    { name: '优惠券', value: made.withCoupons ? '可以用' : '不能用' },
    { name: '优先级', value: String(priority) },
  ];
}

/** What the short sentence on top leaves out or runs together: levels, products and tiers, a line each. */
function termsText({ terms, goods }: Watched, { names, levels }: Known): string {
  switch (terms.kind) {
    case 'member':
      return terms.rates
        .map(({ level, paysBp }) => `${levelName(levels, level)} ${typedBp(paysBp)} 折`)
        .join('\n');
    case 'bundle':
      return terms.items
        .map(({ productId, quantity }) => {
          const title = names.products[productId]?.title ?? '已下架的商品';
          return `${title} × ${quantity}`;
        })
        .join('\n');
    case 'gift':
      return terms.tiers
        .map(({ atLeast, skuId, quantity }) => {
          const title = goods.find((good) => good.skuId === skuId)?.title ?? '';
          return `${atLeastText(terms.by, atLeast)}送 ${title || '已下架的商品'} × ${quantity}`;
        })
        .join('\n');
    case 'off':
    case 'rate':
      return terms.tiers.length > 1 ? promotionText({ terms }).split('，').join('\n') : '';
    case 'flash':
    case 'exchange':
    case 'timed':
    case 'nth':
    case 'add_on':
    case 'free_freight':
      return '';
  }
}
