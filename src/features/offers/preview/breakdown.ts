import { sumFen } from '../../../../cloudfunctions/kit/money';
import type { Quote } from '../../../../cloudfunctions/domains/cart/rules/quoted';
import type { CartFacts, Pair } from './pair';
import { triedId } from './tried';

/** One line of what a sample pays: an amount that counts, or words where there is none. */
export interface BreakdownRow {
  readonly key: string;
  readonly name: string;
  readonly fen: number | null;
  readonly words: string;
  /** It comes from what is tried. */
  readonly tried: boolean;
}

/** What the preview says: both sums, how the second came about, and why what is tried was not used. */
export interface Breakdown {
  readonly beforeFen: number;
  readonly afterFen: number;
  readonly savedFen: number;
  readonly rows: readonly BreakdownRow[];
  readonly whyNot: string | null;
}

/** The breakdown of a pair. The amounts of its rows sum to `afterFen`. */
export function breakdownOf({ before, after }: Pair, facts: CartFacts): Breakdown {
  const amount = (key: string, name: string, fen: number, tried = false): BreakdownRow => ({
    ...{ key, name, fen, tried },
    words: '',
  });
  const freightFen = sumFen([after.freightFen, after.freightOffFen]);
  return {
    beforeFen: before.payableFen,
    afterFen: after.payableFen,
    savedFen: sumFen([before.payableFen, -after.payableFen]),
    rows: [
      amount('goods', '商品原价', after.listFen),
      ...(after.freight.length === 0 ? [] : [amount('freight', '运费', freightFen)]),
      ...after.savings.map(({ ruleId, kind, say, fen }, index) =>
        amount(`${index} ${ruleId} ${kind}`, say, sumFen([-fen]), ruleId === triedId),
      ),
      ...giftRows(after, facts),
      ...pointsRows(after),
    ],
    whyNot: whyNot(after),
  };
}

function giftRows({ gifts }: Quote, { skus }: CartFacts): BreakdownRow[] {
  return gifts.map(({ ruleId, skuId, quantity, skipped }, index) => {
    const title = skus.find((sku) => sku.skuId === skuId)?.title ?? '赠品';
    return {
      key: `gift ${index}`,
      name: `赠 ${title}`,
      fen: null,
      words: skipped === null ? `${quantity} 件` : '赠品没有库存',
      tried: ruleId === triedId,
    };
  });
}

function pointsRows({ points }: Quote): BreakdownRow[] {
  if (points.exchanged === 0) return [];
  const words = `${points.exchanged} 积分`;
  return [{ key: 'points', name: '用积分', fen: null, words, tried: true }];
}

/** Why what is tried changed nothing, in the rule's own words; null when it did. */
function whyNot(after: Quote): string | null {
  const isUsed =
    after.savings.some(({ ruleId }) => ruleId === triedId) ||
    after.coupons.some(({ couponId }) => couponId === triedId) ||
    after.gifts.some(({ ruleId }) => ruleId === triedId) ||
    after.lines.some(({ unitRule }) => unitRule?.ruleId === triedId);
  if (isUsed) return null;
  return after.unused.find(({ ruleId }) => ruleId === triedId)?.say ?? '这个购物车用不上';
}
