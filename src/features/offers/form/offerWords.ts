import type { Audience, Scope } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import { levelName, type LevelName } from './levels';

type Goods = Pick<Scope, 'productIds' | 'categoryIds' | 'tags'>;

/** Which goods an offer is for, in one phrase: `全部商品，除 2 件商品`, `3 件商品、标签「新品」`. */
export function scopeText(scope: Scope): string {
  const named = scope.all ? '全部商品' : goodsText(scope);
  const not = goodsText(scope.not);
  return not === '' ? named : `${named}，除 ${not}`;
}

function goodsText({ productIds, categoryIds, tags }: Goods): string {
  return [
    productIds.length === 0 ? '' : `${productIds.length} 件商品`,
    categoryIds.length === 0 ? '' : `${categoryIds.length} 个分类`,
    tags.length === 0 ? '' : `标签${tags.map((tag) => `「${tag}」`).join('')}`,
  ]
    .filter((part) => part !== '')
    .join('、');
}

/** Whom an offer is for, in one phrase; empty for everybody. */
export function audienceText(audience: Audience, levels: readonly LevelName[]): string {
  const { storeIds, tags, newBuyers } = audience;
  const named = audience.levels.map((level) => levelName(levels, level));
  return [
    newBuyers ? '仅新客' : '',
    named.length === 0 ? '' : named.join('、'),
    tags.length === 0 ? '' : `会员标签${tags.map((tag) => `「${tag}」`).join('')}`,
    storeIds.length === 0 ? '' : `${storeIds.length} 家门店`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

type State = 'coming' | 'running' | 'over' | 'stopped';

/** How an offer stands, as managers say it. */
export const stateNames: Readonly<Record<State, string>> = {
  coming: '未开始',
  running: '进行中',
  over: '已结束',
  stopped: '已停止',
};

/** A part of a whole in percent, rounded down, 0 to 100. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.max(0, Math.min(100, Math.floor((part * 100) / whole)));
}
