import type { Coupon } from '../../cloudfunctions/domains/coupons/schema';
import type { Promotion } from '../../cloudfunctions/domains/promotions/schema/promotion';
import { splitFen } from '../../cloudfunctions/kit/money';
import { covers, type Goods } from './exhaustive-prices';

/** A cart in the middle of a combination; lists have a place for each of its lines. */
export interface Table {
  goods: readonly Goods[];
  still: number[];
  /** Units that are in a set. */
  inSets: number[];
  discounted: boolean[];
  noPromotions: boolean[];
  noCoupons: boolean[];
}

/** A cart before step 2. */
export function laid(goods: readonly Goods[]): Table {
  return {
    goods,
    still: goods.map(({ line, unitFen }) => unitFen * line.quantity),
    inSets: goods.map(() => 0),
    discounted: goods.map(() => false),
    noPromotions: goods.map((each) => each.barredFromPromotions || each.addOn),
    noCoupons: goods.map((each) => each.barredFromCoupons || each.addOn),
  };
}

/** Takes `fen` off the lines in proportion to `weights`. */
function takeOff(table: Table, promotion: Promotion, fen: number, weights: readonly number[]) {
  const shares = splitFen(fen, weights);
  weights.forEach((weight, at) => {
    table.still[at] = (table.still[at] ?? 0) - (shares[at] ?? 0);
    if (weight === 0) return;
    table.discounted[at] = true;
    if (!promotion.withPromotions) table.noPromotions[at] = true;
    if (!promotion.withCoupons) table.noCoupons[at] = true;
  });
}

const mayUse = (table: Table, promotion: Promotion, at: number) =>
  table.noPromotions[at] !== true && (promotion.withPromotions || table.discounted[at] !== true);

/** Every unit that a set may use, one by one, in the order of lines. */
function freeUnits(table: Table, promotion: Promotion, fits: (goods: Goods) => boolean) {
  return table.goods.flatMap((goods, at) => {
    if (!mayUse(table, promotion, at) || !fits(goods)) return [];
    const free = goods.line.quantity - (table.inSets[at] ?? 0);
    return Array.from({ length: free }, () => ({ at, fen: goods.unitFen }));
  });
}

/** Step 2 for one promotion that was chosen; false when it does nothing. */
export function playSet(table: Table, promotion: Promotion): boolean {
  const { terms, scope, standing } = promotion;
  let used: { at: number; fen: number }[] = [];
  let off = 0;
  if (terms.kind === 'bundle') {
    const units = terms.items.map(({ productId }) =>
      freeUnits(table, promotion, ({ line }) => line.productId === productId).sort(
        (a, b) => a.fen - b.fen,
      ),
    );
    const counts = terms.items.map(({ quantity }, n) =>
      Math.floor((units[n] ?? []).length / quantity),
    );
    const sets = Math.min(...counts, terms.mostSets ?? 1_000);
    used = terms.items.flatMap(({ quantity }, n) => (units[n] ?? []).slice(0, sets * quantity));
    off = used.reduce((sum, { fen }) => sum + fen, 0) - sets * terms.priceFen;
  }
  if (terms.kind === 'nth') {
    const units = freeUnits(table, promotion, ({ line }) => covers(scope, line)).sort(
      (a, b) => b.fen - a.fen,
    );
    const count = Math.floor(units.length / terms.nth);
    const cheap = units.slice(units.length - count);
    used = [...units.slice(0, count * (terms.nth - 1)), ...cheap];
    for (const { fen } of cheap) off += Math.floor((fen * (10_000 - terms.paysBp)) / 10_000);
  }
  if (off <= 0 || (standing.leftFen !== null && off > standing.leftFen)) return false;
  const weights = table.goods.map((_, at) =>
    used.filter((unit) => unit.at === at).reduce((sum, { fen }) => sum + fen, 0),
  );
  takeOff(table, promotion, off, weights);
  for (const { at } of used) table.inSets[at] = (table.inSets[at] ?? 0) + 1;
  return true;
}

/** What the lines that `fits` allows come to. */
export function sumOf(table: Table, fits: (at: number, goods: Goods) => boolean) {
  let amount = 0;
  let pieces = 0;
  table.goods.forEach((goods, at) => {
    if (!fits(at, goods)) return;
    amount += table.still[at] ?? 0;
    pieces += goods.line.quantity;
  });
  return { amount, pieces };
}

/** Step 3 for one 满减 or 满折 that was chosen; false when it does nothing. `taken` marks lines of others. */
export function playTier(table: Table, promotion: Promotion, taken: boolean[]): boolean {
  const { terms, scope, standing } = promotion;
  if (terms.kind !== 'off' && terms.kind !== 'rate') return false;
  const mine = table.goods.map(
    ({ line }, at) => taken[at] !== true && mayUse(table, promotion, at) && covers(scope, line),
  );
  const { amount, pieces } = sumOf(table, (at) => mine[at] === true);
  const count = terms.by === 'amount' ? amount : pieces;
  const offs = [0];
  for (const tier of terms.tiers) {
    if (count < tier.atLeast) continue;
    if ('paysBp' in tier) offs.push(Math.floor((amount * (10_000 - tier.paysBp)) / 10_000));
    else if (terms.kind === 'off' && terms.repeats)
      offs.push(Math.floor(count / tier.atLeast) * tier.offFen);
    else offs.push(tier.offFen);
  }
  const off = Math.min(Math.max(...offs), amount);
  if (off === 0 || (standing.leftFen !== null && off > standing.leftFen)) return false;
  takeOff(
    table,
    promotion,
    off,
    table.still.map((fen, at) => (mine[at] === true ? fen : 0)),
  );
  mine.forEach((is, at) => {
    if (is) taken[at] = true;
  });
  return true;
}

/** What a coupon's threshold counts, in fen. */
export function forCoupon(table: Table, coupon: Coupon): number {
  return sumOf(table, (at, { line }) => table.noCoupons[at] !== true && covers(coupon.scope, line))
    .amount;
}

/** Step 4: what lines cost after a coupon for goods; null when it cannot be used. */
export function afterCoupon(table: Table, coupon: Coupon): number[] | null {
  const { terms, scope, thresholdFen } = coupon;
  const amount = forCoupon(table, coupon);
  if (amount < thresholdFen || amount === 0) return null;
  const costs = table.still.map((fen, at) =>
    table.noCoupons[at] !== true && covers(scope, table.goods[at]?.line ?? nobody) ? fen : 0,
  );
  let shares: readonly number[] = table.still.map(() => 0);
  if (terms.kind === 'fixed') shares = splitFen(Math.min(terms.offFen, amount), costs);
  if (terms.kind === 'percent') {
    const off = Math.floor((amount * (10_000 - terms.paysBp)) / 10_000);
    shares = splitFen(Math.min(off, terms.capFen ?? off), costs);
  }
  if (terms.kind === 'exchange') {
    const units = costs.map((fen, at): number => {
      const quantity = table.goods[at]?.line.quantity ?? 1;
      return splitFen(fen, new Array<number>(quantity).fill(1))[0] ?? 0;
    });
    const dearest = units.indexOf(Math.max(...units));
    shares = units.map((fen, at) => (at === dearest ? fen : 0));
  }
  if (shares.every((share) => share === 0)) return null;
  return table.still.map((fen, at) => fen - (shares[at] ?? 0));
}

const nobody = {
  skuId: '',
  productId: '',
  categoryIds: [],
  tags: [],
  templateId: '',
  listFen: 0,
  weightGrams: 0,
};
