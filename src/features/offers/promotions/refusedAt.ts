import type { Declined } from '../../../cloud';
import { kindFacts } from './kinds';
import type { PromotionForm } from './promotionForm';

const places: Readonly<Record<string, string>> = {
  ends_before_start: 'time',
  over_already: 'time',
  too_long: 'time',
  too_far: 'time',
  no_scope: 'scope',
  no_such_store: 'audience',
  no_such_level: 'audience',
  goods_twice: 'terms.goods',
  level_twice: 'terms.rates',
  tiers_not_rising: 'terms.tiers.0.atLeast',
  off_above_threshold: 'terms.tiers.0.gives',
  overlaps: 'terms.goods',
};

/** Where on the form the shop's no belongs, as a place that faults have; null for one of no place. */
export function placeOfRefusal(
  { code, details }: Pick<Declined, 'code' | 'details'>,
  { kind, terms }: Pick<PromotionForm, 'kind' | 'terms'>,
): string | null {
  const known = places[code];
  if (known !== undefined) return known;
  if (!['no_such_goods', 'price_above_list', 'goods_off_sale'].includes(code)) return null;
  const { skuId } = details;
  const tier = terms.tiers.findIndex(({ sku }) => sku?.skuId === skuId);
  if (kind === 'gift' && tier >= 0) return `terms.tiers.${tier}.sku`;
  const named = terms.goods.some(({ sku }) => sku.skuId === skuId);
  if (named && typeof skuId === 'string') {
    return code === 'price_above_list' ? `terms.goods.${skuId}.price` : `terms.goods.${skuId}`;
  }
  if (kind === 'bundle') return 'terms.items';
  return kindFacts(kind).namesGoods ? 'terms.goods' : 'scope';
}
