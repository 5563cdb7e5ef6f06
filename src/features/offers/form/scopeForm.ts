import type { Audience, Scope } from '../../../../cloudfunctions/domains/promotions/schema/scope';
import type { Named, PickedProduct } from './picked';
import type { Reading } from './reading';

/** Goods by product, category and tag, with the names that a person reads. */
export interface GoodsForm {
  readonly products: readonly PickedProduct[];
  readonly categories: readonly Named[];
  readonly tags: readonly string[];
}

/** Which goods an offer is for. */
export interface ScopeForm extends GoodsForm {
  readonly all: boolean;
  readonly not: GoodsForm;
}

/** Whom an offer is for; empty lists leave nobody out. */
export interface AudienceForm {
  readonly stores: readonly Named[];
  readonly levels: readonly number[];
  readonly tags: readonly string[];
  readonly newBuyers: boolean;
}

const noGoods: GoodsForm = { products: [], categories: [], tags: [] };

export const allGoods: ScopeForm = { ...noGoods, all: true, not: noGoods };

export const everybody: AudienceForm = { stores: [], levels: [], tags: [], newBuyers: false };

/** The most entries of a list, as the shop takes them. */
export const mostNamed = 200;

/** The goods as the shop takes them. Objects under `scope` when none are named. */
export function readScope(form: ScopeForm, reading: Reading): Scope {
  const named = goodsOf(form);
  if (!form.all && countGoods(form) === 0) reading.object('scope', '选参加的商品、分类或标签');
  if (Math.max(form.products.length, form.not.products.length) > mostNamed) {
    reading.object('scope', `商品最多选 ${mostNamed} 件，更多请按分类或标签`);
  }
  const nothing = { productIds: [], categoryIds: [], tags: [] };
  return { ...(form.all ? nothing : named), all: form.all, not: goodsOf(form.not) };
}

/** How many products, categories and tags are named. */
export function countGoods(form: GoodsForm): number {
  return form.products.length + form.categories.length + form.tags.length;
}

/** The audience as the shop takes it. */
export function audienceOf(form: AudienceForm): Audience {
  return {
    storeIds: form.stores.map((store) => store.id),
    levels: [...form.levels].sort((a, b) => a - b),
    tags: [...form.tags],
    newBuyers: form.newBuyers,
  };
}

/** The names of products, categories and stores by id, as far as they are known. */
export interface Names {
  readonly products: Readonly<Record<string, PickedProduct>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly stores: Readonly<Record<string, string>>;
}

/** A scope that stands already, as a form; what has no name any more is left out. */
export function scopeFormOf(scope: Scope, names: Names): ScopeForm {
  return { ...goodsForm(scope, names), all: scope.all, not: goodsForm(scope.not, names) };
}

/** An audience that stands already, as a form. */
export function audienceFormOf(audience: Audience, names: Names): AudienceForm {
  return {
    stores: named(audience.storeIds, names.stores),
    levels: audience.levels,
    tags: audience.tags,
    newBuyers: audience.newBuyers,
  };
}

type Goods = Scope['not'];

function goodsForm({ productIds, categoryIds, tags }: Goods, names: Names): GoodsForm {
  return {
    products: productIds.flatMap((id) => names.products[id] ?? []),
    categories: named(categoryIds, names.categories),
    tags,
  };
}

function named(ids: readonly string[], names: Readonly<Record<string, string>>): Named[] {
  return ids.flatMap((id) => {
    const name = names[id];
    return name === undefined ? [] : { id, name };
  });
}

function goodsOf(form: GoodsForm): Goods {
  return {
    productIds: form.products.map((product) => product.productId),
    categoryIds: form.categories.map((category) => category.id),
    tags: [...form.tags],
  };
}
