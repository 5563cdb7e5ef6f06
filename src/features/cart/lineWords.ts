import { moneyText } from '../../../cloudfunctions/kit/money';
import { goodsPrice } from '../../../cloudfunctions/domains/cart/rules/goods-price';
import type { QuotedLine } from '../../../cloudfunctions/domains/cart/rules/quoted';
import { promotionPill } from '../../../cloudfunctions/domains/promotions/rules/text';
import type { CartFacts, CartRow } from './rows';
import type { CartSum } from './sum';

/** What a line of the cart says of its price. */
export interface LineWords {
  readonly unitFen: number;
  /** The list price, where the unit price is lower. */
  readonly struckFen: number | undefined;
  /** Why the unit price is what it is, in a few characters; empty for the list price. */
  readonly pill: string;
  /** What else is taken off the line, each by its name. */
  readonly discounts: readonly string[];
  /** Why an activity does not give so many pieces; empty where it does. */
  readonly limitSay: string;
}

/** What each line says of its price: chosen ones as they are quoted, the others as they would be bought alone. */
export function lineWords(
  rows: readonly CartRow[],
  { offers }: CartFacts,
  { chosen, quote }: CartSum,
): ReadonlyMap<string, LineWords> {
  const quoted = new Map(chosen.map((row, at) => [row.skuId, quote.lines[at]]));
  return new Map(
    rows.map((row) => {
      const line = quoted.get(row.skuId);
      const words = line === undefined ? wordsAlone(row, offers) : wordsOf(line, offers);
      return [
        row.skuId,
        { ...words, limitSay: line === undefined ? '' : limitSay(row, offers, quote) },
      ];
    }),
  );
}

function wordsOf(line: QuotedLine, { promotions }: CartFacts['offers']) {
  const rule = promotions.find((one) => one.promotionId === line.unitRule?.ruleId);
  return {
    unitFen: line.unitFen,
    struckFen: line.listFen > line.unitFen ? line.listFen : undefined,
    pill: rule === undefined ? '' : promotionPill(rule),
    discounts: line.discounts.map(({ say, shareFen }) => `${say} ${moneyText(-shareFen)}`),
  };
}

function wordsAlone({ sku, quantity }: CartRow, offers: CartFacts['offers']) {
  const price = goodsPrice(sku, offers, quantity);
  return {
    unitFen: price.unitFen,
    struckFen: price.listFen > price.unitFen ? price.listFen : undefined,
    pill: price.unitRule === null ? '' : (price.pills[0]?.say ?? ''),
    discounts: [],
  };
}

/** 秒杀 says on the line itself why it is not had at its price. */
function limitSay(
  { skuId }: CartRow,
  offers: CartFacts['offers'],
  quote: CartSum['quote'],
): string {
  const over = quote.unused.find(({ ruleId, code }) => {
    if (code !== 'limit_reached' && code !== 'used_up') return false;
    const terms = offers.promotions.find((one) => one.promotionId === ruleId)?.terms;
    return terms?.kind === 'flash' && terms.goods.some((good) => good.skuId === skuId);
  });
  const line = quote.lines.find((one) => one.skuId === skuId);
  return over === undefined || line?.unitFrom === 'flash' ? '' : over.say;
}
