import type { Measured } from '../../../promotions/rules/measure';
import { offOf } from '../../../promotions/rules/off';
import { rateOff } from '../../../promotions/rules/rate';
import { scopeOf } from '../../../promotions/rules/scope';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { CartLine } from '../unit-prices';
import type { Sums } from './sums';

/** 满减 or 满折 on the lines of a cart. */
export interface TierRule {
  promotion: Promotion;
  places: readonly number[];
  /** What it takes off goods that come to this, in fen; 0 for nothing. Its budget is not looked at. */
  offOf: (goods: Measured) => number;
  leftFen: number;
}

/** 满减 or 满折 on the lines of a cart; null for another kind. */
export function tierRule(promotion: Promotion, lines: readonly CartLine[]): TierRule | null {
  const { terms, scope, standing } = promotion;
  if (terms.kind !== 'off' && terms.kind !== 'rate') return null;
  const within = scopeOf(scope);
  return {
    promotion,
    places: lines.flatMap((line, at) => (line.takesPromotions && within(line.goods) ? [at] : [])),
    offOf: (goods) => (terms.kind === 'off' ? offOf(terms, goods) : rateOff(terms, goods)),
    leftFen: standing.leftFen ?? Infinity,
  };
}

/** Lines that no order promotion tells apart: each takes them all or none. */
interface LineClass extends Measured {
  places: number[];
}

/**
 * The order promotions over what step 2 left. Lines fall into classes; `taken` marks those that a promotion
 * has taken, and what is left for the later ones depends on nothing else.
 */
export interface TierRoom {
  classes: readonly LineClass[];
  /** By promotion: the classes that it may take. */
  members: readonly (readonly number[])[];
  /** What is left for a promotion. */
  measure: (tier: number, taken: readonly boolean[]) => Measured;
  /** The most that the promotions from one on can take off together, in fen. */
  most: (from: number, taken: readonly boolean[]) => number;
}

/** How many cases {@link TierRoom.most} looks at before it makes do with a looser bound. */
const mostCases = 600;
/** A number tells apart the classes that are taken as long as they fit its 53 bits. */
const mostClasses = 52;

/** The order promotions over these sums. */
export function tierRoom(
  tiers: readonly TierRule[],
  lines: readonly CartLine[],
  sums: Sums,
): TierRoom {
  const { classes, members } = classify(tiers, lines, sums);
  const measure: TierRoom['measure'] = (tier, taken) => {
    let amountFen = 0;
    let pieces = 0;
    for (const at of members[tier] ?? []) {
      const found = classes[at];
      if (found === undefined || taken[at] === true) continue;
      amountFen += found.amountFen;
      pieces += found.pieces;
    }
    return { amountFen, pieces };
  };
  return { classes, members, measure, most: boundOf({ tiers, members, measure }, classes.length) };
}

/**
 * A class for each set of promotions that may take a line: none takes closed lines, and those that do not go
 * together with others take no line that a set makes cheaper.
 */
function classify(tiers: readonly TierRule[], lines: readonly CartLine[], sums: Sums) {
  const signs = lines.map(() => '');
  tiers.forEach((rule, tier) => {
    for (const at of rule.places)
      if (takes(rule, sums, at)) signs[at] = `${signs[at] ?? ''}${tier},`;
  });
  const bySign = new Map<string, LineClass>();
  const members: number[][] = tiers.map(() => []);
  signs.forEach((sign, at) => {
    if (sign === '') return;
    let found = bySign.get(sign);
    if (found === undefined) {
      found = { amountFen: 0, pieces: 0, places: [] };
      for (const tier of sign.slice(0, -1).split(',')) members[Number(tier)]?.push(bySign.size);
      bySign.set(sign, found);
    }
    found.amountFen += sums.stillFen[at] ?? 0;
    found.pieces += lines[at]?.goods.quantity ?? 0;
    found.places.push(at);
  });
  return { classes: [...bySign.values()], members };
}

/** Whether an order promotion may take a line that sets left like this. */
function takes({ promotion }: TierRule, { closed, touched }: Sums, at: number): boolean {
  return closed[at] !== true && (promotion.withPromotions || touched[at] !== true);
}

type Room = Pick<TierRoom, 'members' | 'measure'> & { tiers: readonly TierRule[] };

/**
 * Promotions take lines in their order, each all that is left of its own or nothing; so the best that they can
 * do is found by looking at each case of what is taken once. One that shares no line with a later one is best
 * taken. A budget bounds what a promotion gives. After too many cases each counts for itself, which is never less.
 */
function boundOf({ tiers, members, measure }: Room, classes: number): TierRoom['most'] {
  const known = tiers.map(() => new Map<number, number>());
  const free = members.map((mine, tier) => {
    const later = new Set(members.slice(tier + 1).flat());
    return !mine.some((at) => later.has(at));
  });
  let cases = 0;
  const worth = (tier: number, taken: readonly boolean[]) => {
    const rule = tiers[tier];
    return rule === undefined ? 0 : Math.min(rule.offOf(measure(tier, taken)), rule.leftFen);
  };
  const each = (from: number, taken: readonly boolean[]) => {
    let sum = 0;
    for (let tier = from; tier < tiers.length; tier += 1) sum += worth(tier, taken);
    return sum;
  };
  const best = (from: number, taken: boolean[], key: number): number => {
    if (from === tiers.length) return 0;
    const found = known[from]?.get(key);
    if (found !== undefined) return found;
    if (cases >= mostCases) return each(from, taken);
    cases += 1;
    const now = worth(from, taken);
    let most = free[from] === true ? now + best(from + 1, taken, key) : best(from + 1, taken, key);
    if (now > 0 && free[from] !== true) {
      const mine = (members[from] ?? []).filter((at) => taken[at] !== true);
      let then = key;
      for (const at of mine) {
        taken[at] = true;
        then += 2 ** at;
      }
      most = Math.max(most, now + best(from + 1, taken, then));
      for (const at of mine) taken[at] = false;
    }
    known[from]?.set(key, most);
    return most;
  };
  if (classes > mostClasses) return each;
  return (from, taken) => best(from, [...taken], keyOf(taken));
}

function keyOf(taken: readonly boolean[]): number {
  let key = 0;
  taken.forEach((is, at) => {
    if (is) key += 2 ** at;
  });
  return key;
}
