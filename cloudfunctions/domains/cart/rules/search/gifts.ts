import { addOnGoods, opensAddOn } from '../../../promotions/rules/add-on';
import { giftOf } from '../../../promotions/rules/gift';
import type { Measured } from '../../../promotions/rules/measure';
import { scopeOf } from '../../../promotions/rules/scope';
import type { TermsOf } from '../../../promotions/rules/terms';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { QuoteFacts, SideGoods } from '../facts';
import type { CartLine } from '../unit-prices';
import type { Gifts, Road } from './road';
import { measure, type Sums } from './sums';

/** 满赠 or 加价购, which read what step 2 left of the lines in their scope. */
export interface SideRule<K extends 'gift' | 'add_on'> {
  promotion: Promotion;
  terms: TermsOf<K>;
  places: readonly number[];
}

/** The promotions of one kind on the lines of a cart. */
export function sideRules<K extends 'gift' | 'add_on'>(
  kind: K,
  running: readonly Promotion[],
  lines: readonly CartLine[],
): SideRule<K>[] {
  return running.flatMap((promotion) => {
    const terms: Promotion['terms'] = promotion.terms;
    if (!isOf(kind, terms)) return [];
    const within = scopeOf(promotion.scope);
    const places = lines.flatMap((line, at) =>
      line.takesPromotions && within(line.goods) ? [at] : [],
    );
    return [{ promotion, terms, places }];
  });
}

function isOf<K extends 'gift' | 'add_on'>(
  kind: K,
  terms: Promotion['terms'],
): terms is TermsOf<K> {
  return terms.kind === kind;
}

/**
 * What its lines come to after step 2. Lines count whether order promotions take them or not; only what steps
 * 1 and 2 closed to other promotions does not.
 */
export function sideMeasure(
  { places }: { places: readonly number[] },
  sums: Sums,
  lines: readonly CartLine[],
): Measured {
  return measure(
    lines,
    sums.stillFen,
    places.filter((at) => sums.closed[at] !== true),
  );
}

/** A gift that comes with the order, or why it does not after all. */
export interface Given extends Gifts {
  promotion: Promotion;
  skipped: 'sold_out' | 'not_served' | null;
}

export interface GiftTable {
  rules: readonly SideRule<'gift'>[];
  sideGoods: QuoteFacts['sideGoods'];
  /** Pieces of a SKU that the cart itself takes. */
  wanted: ReadonlyMap<string, number>;
  road: Road;
}

/** The gifts that step 2's sums reach, of each promotion those of its best tier, in order of priority. */
export function giftsAt(table: GiftTable, sums: Sums, lines: readonly CartLine[]): Given[] {
  const wanted = new Map(table.wanted);
  return table.rules.flatMap((rule): Given[] => {
    const tier = giftOf(rule.terms, sideMeasure(rule, sums, lines));
    if (tier === null) return [];
    const { skuId, quantity } = tier;
    const side = table.sideGoods[skuId];
    const goods = side ?? { ...nothing, skuId };
    const left = goods.left - (wanted.get(skuId) ?? 0);
    const { promotion } = rule;
    if (left < quantity) return [{ promotion, goods, quantity, skipped: 'sold_out' }];
    if (!table.road.serves(goods.templateId))
      return [{ promotion, goods, quantity, skipped: 'not_served' }];
    wanted.set(skuId, (wanted.get(skuId) ?? 0) + quantity);
    return [{ promotion, goods, quantity, skipped: null }];
  });
}

/** Every gift that could come with some combination: more never makes freight cheaper. */
export function everyGift({ rules, sideGoods, road }: GiftTable): Gifts[] {
  return rules.flatMap(({ terms }) =>
    terms.tiers.flatMap(({ skuId, quantity }) => {
      const goods = sideGoods[skuId];
      return goods !== undefined && road.serves(goods.templateId) ? [{ goods, quantity }] : [];
    }),
  );
}

/** A SKU that the shelf does not know has none left. */
const nothing: Omit<SideGoods, 'skuId'> = {
  productId: '',
  categoryIds: [],
  tags: [],
  templateId: '',
  listFen: 0,
  weightGrams: 0,
  left: 0,
};

/** Why a wanted 加价购 does not come: its threshold is not reached even without sets, or nothing is left. */
export interface Dropped {
  promotion: Promotion;
  code: 'short' | 'sold_out' | 'wrong_goods' | 'used_up';
}

export interface AddOns {
  /** Lines that the cart gets besides, in the order asked. */
  lines: CartLine[];
  /** Rules that any combination must keep open. */
  kept: SideRule<'add_on'>[];
  dropped: Dropped[];
}

/**
 * 加价购: what is wanted comes whenever the cart reaches it without any set, up to what the rule, the shelf and
 * its budget allow; then only combinations that keep it are allowed.
 */
export function wantedAddOns(
  { choice, sideGoods }: Pick<QuoteFacts, 'choice' | 'sideGoods'>,
  rules: readonly SideRule<'add_on'>[],
  cart: { lines: readonly CartLine[]; first: Sums },
): AddOns {
  const found: AddOns = { lines: [], kept: [], dropped: [] };
  for (const { promotionId, skuId, quantity } of choice.addOns) {
    const rule = rules.find(({ promotion }) => promotion.promotionId === promotionId);
    if (rule === undefined) continue;
    const drop = (code: Dropped['code']) => found.dropped.push({ promotion: rule.promotion, code });
    const goods = addOnGoods(rule.terms, skuId);
    const side = sideGoods[skuId];
    if (goods === null) drop('wrong_goods');
    else if (!opensAddOn(rule.terms, sideMeasure(rule, cart.first, cart.lines))) drop('short');
    else {
      const have = [...cart.lines, ...found.lines].filter((line) => line.goods.skuId === skuId);
      const all = piecesOf(have);
      const same = piecesOf(have.filter((line) => line.rule === rule.promotion));
      const count = Math.min(quantity, goods.most - same, (side?.left ?? 0) - all);
      if (side === undefined || count <= 0) drop('sold_out');
      else if (!take(found, rule, addOnLine(rule, side, { priceFen: goods.priceFen, count })))
        drop('used_up');
    }
  }
  return found;
}

const piecesOf = (lines: readonly CartLine[]) =>
  lines.reduce((sum, { goods }) => sum + goods.quantity, 0);

/** Adds a line unless the promotion's budget does not last for it. */
function take(found: AddOns, rule: SideRule<'add_on'>, line: CartLine): boolean {
  const costFen = [...found.lines, line]
    .filter((each) => each.rule === rule.promotion)
    .reduce((sum, { goods, unitFen }) => sum + (goods.listFen - unitFen) * goods.quantity, 0);
  if (costFen > (rule.promotion.standing.leftFen ?? Infinity)) return false;
  found.lines.push(line);
  if (!found.kept.includes(rule)) found.kept.push(rule);
  return true;
}

/** Never dearer than the list price; takes no set, order promotion or coupon, but counts for points and freight. */
function addOnLine(
  { promotion }: SideRule<'add_on'>,
  { left: _left, ...goods }: SideGoods,
  { priceFen, count }: { priceFen: number; count: number },
): CartLine {
  return {
    goods: { ...goods, quantity: count },
    asked: 0,
    unitFen: Math.min(priceFen, goods.listFen),
    unitFrom: 'add_on',
    rule: promotion,
    points: 0,
    takesPromotions: false,
    takesCoupons: false,
    takesPoints: true,
  };
}
