import { yuanText } from '../../../cloudfunctions/kit/money';
import type { OrderPreview } from './steps';

/** What of a quote is compared when the price moved. */
export type SeenQuote = Pick<
  OrderPreview['quote'],
  'listFen' | 'freightFen' | 'payableFen' | 'dueFen' | 'savings'
>;

/** What to do after the shop refused an order. */
export type AfterRefusal =
  | { kind: 'newQuote'; quote: SeenQuote | null }
  | { kind: 'soldOut'; skuId: string | null }
  | { kind: 'placedBefore' }
  | { kind: 'askAnew' }
  | { kind: 'say' };

/** Reads a refusal of `orders.place`; details that are missing or damaged are simply not used. */
export function afterRefusal(
  code: string,
  details: Readonly<Record<string, unknown>>,
): AfterRefusal {
  switch (code) {
    case 'price_changed':
      return { kind: 'newQuote', quote: quoteIn(details['quote']) };
    case 'sold_out': {
      const skuId = details['skuId'];
      return { kind: 'soldOut', skuId: typeof skuId === 'string' ? skuId : null };
    }
    case 'key_reused':
      return { kind: 'placedBefore' };
    case 'too_few_points':
    case 'offers_moved':
      return { kind: 'askAnew' };
    default:
      return { kind: 'say' };
  }
}

function quoteIn(quote: unknown): SeenQuote | null {
  if (typeof quote !== 'object' || quote === null) return null;
  const { savings, ...amounts } = quote as Readonly<Record<string, unknown>>;
  const names = ['listFen', 'freightFen', 'payableFen', 'dueFen'];
  const whole = names.every((name) => Number.isSafeInteger(amounts[name]));
  return whole && Array.isArray(savings) ? (quote as SeenQuote) : null;
}

/** As many reasons as a question has room for. */
const mostReasons = 3;

/** What moved between the quote that was seen and the new one, in a few words each. */
export function priceChanges(seen: SeenQuote, now: SeenQuote): string[] {
  const has = (quote: SeenQuote, ruleId: string) =>
    quote.savings.some((saving) => saving.ruleId === ruleId);
  const gone = seen.savings.filter(({ ruleId }) => !has(now, ruleId));
  const come = now.savings.filter(({ ruleId }) => !has(seen, ruleId));
  return [
    ...(seen.listFen === now.listFen ? [] : ['商品价格有变']),
    ...gone.map(({ say }) => `「${say}」不再可用`),
    ...come.map(({ say }) => `新增「${say}」`),
    ...(seen.freightFen === now.freightFen
      ? []
      : [`运费由 ¥${yuanText(seen.freightFen)} 变为 ¥${yuanText(now.freightFen)}`]),
  ].slice(0, mostReasons);
}
