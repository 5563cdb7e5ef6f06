import type { PricedLine, QuoteFacts } from '../../cloudfunctions/domains/cart/rules/facts';
import type { Promotion } from '../../cloudfunctions/domains/promotions/schema/promotion';
import type { Scope } from '../../cloudfunctions/domains/promotions/schema/scope';

/** A line as the exhaustive search sees it: one entry for each unit that sets may use. */
export interface Goods {
  line: PricedLine;
  unitFen: number;
  barredFromPromotions: boolean;
  barredFromCoupons: boolean;
  paysByPoints: boolean;
  points: number;
  addOn: boolean;
}

/** Promotions that count, highest priority first, then by id. */
export function counting({ promotions, nowMs, buyer }: QuoteFacts): Promotion[] {
  const counts = promotions.filter(({ startsAt, endsAt, audience, standing }) => {
    if (nowMs < startsAt || nowMs >= endsAt) return false;
    if (standing.leftUses !== null && standing.leftUses <= 0) return false;
    if (standing.memberUses !== null && standing.memberUses <= 0) return false;
    if (audience.storeIds.length > 0 && !audience.storeIds.includes(buyer?.storeId ?? ''))
      return false;
    if (audience.levels.length > 0 && !audience.levels.includes(buyer?.level ?? -1)) return false;
    if (audience.tags.length > 0 && !(buyer?.tags ?? []).some((tag) => audience.tags.includes(tag)))
      return false;
    return !audience.newBuyers || buyer === null || buyer.newBuyer;
  });
  return counts.sort((a, b) => b.priority - a.priority || (a.promotionId > b.promotionId ? 1 : -1));
}

/** Whether a scope names goods and does not exclude them. */
export function covers(scope: Scope, goods: Omit<PricedLine, 'quantity'>): boolean {
  const named = (names: Pick<Scope, 'productIds' | 'categoryIds' | 'tags'>) =>
    names.productIds.includes(goods.productId) ||
    names.categoryIds.some((id) => goods.categoryIds.includes(id)) ||
    names.tags.some((tag) => goods.tags.includes(tag));
  return (scope.all || named(scope)) && !named(scope.not);
}

const rounded = (listFen: number, paysBp: number) =>
  Math.max(1, listFen - Math.floor((listFen * (10_000 - paysBp)) / 10_000));

/** The lines of a cart at the prices of step 1, in the order of SKU ids. */
export function priced(facts: QuoteFacts, promotions: readonly Promotion[]): Goods[] {
  const lines = [...facts.lines].sort((a, b) => (a.skuId > b.skuId ? 1 : -1));
  const spent = new Map<string, { pieces: number; fen: number }>();
  const inActivity = lines.map((line) => activity(facts, promotions, { line, spent }));
  const out = new Set<string>();
  for (;;) {
    const cost = new Map<string, number>();
    const goods = lines.map((line, at) => {
      const found = inActivity[at];
      if (found) return found;
      const rest = promotions.filter(({ promotionId }) => !out.has(promotionId));
      const { rule, unitFen } = ordinary(facts, rest, line);
      if (rule !== null) {
        const fen = (line.listFen - unitFen) * line.quantity;
        cost.set(rule.promotionId, (cost.get(rule.promotionId) ?? 0) + fen);
      }
      return goodsOf(line, unitFen, rule);
    });
    const over = promotions.find(
      ({ promotionId, standing }) =>
        standing.leftFen !== null && (cost.get(promotionId) ?? 0) > standing.leftFen,
    );
    if (over === undefined) return goods;
    out.add(over.promotionId);
  }
}

function goodsOf(line: PricedLine, unitFen: number, rule: Promotion | null): Goods {
  return {
    line,
    unitFen,
    barredFromPromotions: rule !== null && !rule.withPromotions,
    barredFromCoupons: rule !== null && !rule.withCoupons,
    paysByPoints: true,
    points: 0,
    addOn: false,
  };
}

interface Asking {
  line: PricedLine;
  spent: Map<string, { pieces: number; fen: number }>;
}

function activity(
  { choice }: QuoteFacts,
  promotions: readonly Promotion[],
  { line, spent }: Asking,
): Goods | null {
  const tries = [
    ...promotions.filter((each) => each.promotionId === choice.exchangeId),
    ...promotions.filter((each) => each.terms.kind === 'flash'),
  ];
  for (const promotion of tries) {
    const { terms, standing, promotionId } = promotion;
    if (terms.kind !== 'flash' && terms.kind !== 'exchange') continue;
    const goods = terms.goods.find(({ skuId }) => skuId === line.skuId);
    if (goods === undefined) continue;
    if (terms.kind === 'flash' && goods.priceFen >= line.listFen) continue;
    const unitFen = Math.min(goods.priceFen, line.listFen);
    const before = spent.get(promotionId) ?? { pieces: 0, fen: 0 };
    const pieces = before.pieces + line.quantity;
    const fen = before.fen + (line.listFen - unitFen) * line.quantity;
    if ((standing.pieces[line.skuId] ?? 0) < line.quantity) continue;
    if (standing.memberPieces !== null && standing.memberPieces < pieces) continue;
    if (standing.leftFen !== null && standing.leftFen < fen && unitFen < line.listFen) continue;
    spent.set(promotionId, { pieces, fen });
    const made = goodsOf(line, unitFen, promotion);
    if (terms.kind === 'flash') return made;
    const points = 'points' in goods ? Number(goods.points) * line.quantity : 0;
    return { ...made, points, paysByPoints: false };
  }
  return null;
}

function ordinary({ buyer }: QuoteFacts, promotions: readonly Promotion[], line: PricedLine) {
  let rule: Promotion | null = null;
  let unitFen = line.listFen;
  for (const kind of ['timed', 'member']) {
    for (const promotion of promotions) {
      const { terms, scope } = promotion;
      if (terms.kind !== kind || !covers(scope, line)) continue;
      let price = line.listFen;
      if (terms.kind === 'timed') {
        const { cut } = terms;
        if (cut.by === 'rate') price = rounded(line.listFen, cut.paysBp);
        if (cut.by === 'off') price = Math.max(1, line.listFen - cut.offFen);
        if (cut.by === 'price') price = cut.priceFen;
      }
      if (terms.kind === 'member') {
        const rate = terms.rates.find(({ level }) => level === buyer?.level);
        if (rate !== undefined) price = rounded(line.listFen, rate.paysBp);
      }
      if (price < unitFen) [rule, unitFen] = [promotion, price];
    }
  }
  return { rule, unitFen };
}
