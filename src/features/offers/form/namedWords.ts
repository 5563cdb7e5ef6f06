import type { Audience, Scope } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import { levelName, type LevelName } from './levels';
import type { Names } from './scopeForm';

interface Row {
  readonly name: string;
  readonly value: string;
}

/** As many names as a line says before it only counts. */
const mostNamed = 6;

/** Which goods an offer is for, by name, a line each. */
export function scopeRows(scope: Scope, names: Names): Row[] {
  const excluded = goodsText(scope.not, names);
  return [
    { name: '参加商品', value: scope.all ? '全部商品' : goodsText(scope, names) },
    ...(excluded === '' ? [] : [{ name: '不参加', value: excluded }]),
  ];
}

/** Whom an offer is for, by name, a line each. */
export function audienceRows(
  audience: Audience,
  names: Names,
  levels: readonly LevelName[],
): Row[] {
  const { storeIds, tags, newBuyers } = audience;
  const stores = storeIds.map((id) => names.stores[id] ?? '已关的门店');
  const rows = [
    { name: '门店', value: listText(stores) },
    { name: '会员等级', value: listText(audience.levels.map((one) => levelName(levels, one))) },
    { name: '会员标签', value: listText(tags) },
    { name: '新客', value: newBuyers ? '只给新客' : '' },
  ].filter(({ value }) => value !== '');
  return rows.length === 0 ? [{ name: '给谁用', value: '所有人' }] : rows;
}

type Goods = Pick<Scope, 'productIds' | 'categoryIds' | 'tags'>;

function goodsText({ productIds, categoryIds, tags }: Goods, names: Names): string {
  const titles = productIds.map((id) => names.products[id]?.title ?? '已下架的商品');
  const categories = categoryIds.map((id) => names.categories[id] ?? '已删的分类');
  return [
    listText(titles),
    categories.length === 0 ? '' : `分类：${listText(categories)}`,
    tags.length === 0 ? '' : `标签：${listText(tags)}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function listText(names: readonly string[]): string {
  const said = names.slice(0, mostNamed).join('、');
  return names.length > mostNamed ? `${said} 等 ${names.length} 个` : said;
}
