import { moneyText, sumFen, yuanText } from '../../../cloudfunctions/kit/money';
import { breakdownOf } from '../../../cloudfunctions/domains/cart/rules/breakdown';
import type { AmountRow } from '../../ui/Amounts';
import { freightWorkings, type DeliveryKind, type OrderPreview } from './steps';

type Quoted = OrderPreview['quote'];

/**
 * Every amount of a quote as the checkout and the order show it alike. `freightKnown` is false before there is
 * a destination. With stored value, what the order comes to stands above what is left for WeChat Pay.
 */
export function amountRows(quote: Quoted, kind: DeliveryKind, freightKnown: boolean): AmountRow[] {
  const { points } = quote;
  const rows = breakdownOf(quote).map(({ id, of, name, fen }): AmountRow => {
    if (of === 'freight') {
      const text = freightKnown ? moneyText(fen) : '待计算';
      return { id, name, text, notes: freightWorkings(quote, kind) };
    }
    if (of === 'stored') return { id, name, text: moneyText(fen), notes: storedNotes(quote) };
    const used = id.startsWith('points') ? `${name}（${points.used} 积分）` : name;
    return { id, name: used, text: moneyText(fen), accent: of === 'saving' };
  });
  const exchanged: AmountRow[] =
    points.exchanged === 0
      ? []
      : [{ id: 'exchanged', name: '兑换所用积分', text: `${points.exchanged} 积分` }];
  const stored = rows.findIndex(({ id }) => id === 'stored');
  if (stored < 0) return [...rows, ...exchanged];
  const sum = { id: 'payable', name: '订单金额', text: moneyText(quote.payableFen) };
  return [...rows.slice(0, stored), sum, ...rows.slice(stored), ...exchanged];
}

function storedNotes({ storedFen: { principalFen, giftFen } }: Quoted): string[] {
  return giftFen === 0 ? [] : [`本金 ¥${yuanText(principalFen)}，赠送 ¥${yuanText(giftFen)}`];
}

/** What offers take off in all, freight included; in fen. */
export function savedFen({ listFen, goodsFen, discountFen, freightOffFen }: Quoted): number {
  return sumFen([listFen - goodsFen, discountFen, freightOffFen]);
}
