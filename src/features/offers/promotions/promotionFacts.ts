import { promotionText } from '../../../../cloudfunctions/domains/promotions/rules/text';
import type { Output } from '../../../cloud';
import { groupedCount, groupedMoney } from '../amounts';
import type { LevelName } from '../form/levels';
import { audienceText, percentOf, scopeText } from '../form/offerWords';
import type { OfferFacts } from '../OfferCard';
import { kindFacts } from './kinds';

export type Watched = Output<'promotions.show'>;

/** A promotion as its card says it. */
export function promotionFacts(made: Watched, levels: readonly LevelName[]): OfferFacts {
  const { terms, name, state, startsAt, endsAt, scope, audience, limits } = made;
  const { uses, spentFen, broughtFen } = made;
  const { name: kindName, namesGoods } = kindFacts(terms.kind);
  const { budgetFen } = limits;
  return {
    ...{ kindName, name, state, startsAt, endsAt },
    rule: promotionText(made),
    notes: [namesGoods ? goodsText(made) : scopeText(scope), audienceText(audience, levels)],
    stats: [
      { label: '用了', value: `${groupedCount(uses)} 单` },
      { label: '让利', value: groupedMoney(spentFen) },
      { label: '带来', value: groupedMoney(broughtFen) },
    ],
    bar:
      budgetFen === null
        ? null
        : {
            say: `预算 ${groupedMoney(budgetFen)}，用了 ${percentOf(spentFen, budgetFen)}%`,
            percent: percentOf(spentFen, budgetFen),
          },
  };
}

/** How many goods a kind names that names its own. */
function goodsText({ terms }: Watched): string {
  if (terms.kind === 'bundle') return `${terms.items.length} 件商品一套`;
  return 'goods' in terms ? `${terms.goods.length} 个规格` : '';
}
