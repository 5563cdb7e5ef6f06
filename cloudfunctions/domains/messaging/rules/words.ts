import { clockText } from '../../../kit/time';
import type { MessageFacts, MessageWords } from '../schema';

/** A template's field for a word: its letters say what WeChat takes there. */
export type TemplateFields = Readonly<Record<string, string>>;

const order = 'pages/shopper/order/index';

/** What a message says, by the names that templates call for, and where a tap on it leads. */
export function wordsOf(
  facts: MessageFacts,
  offsetMinutes: number,
): { words: MessageWords; page: string } {
  const time = (atMs: number) => clockText(atMs, offsetMinutes);
  if (facts.kind === 'coupon_ending') {
    const ends = time(facts.endsAt - 1);
    const words = {
      name: '优惠券',
      count: String(facts.coupons),
      time: ends,
      note: '到期后不能再用，去看看',
    };
    return { words, page: 'pages/shopper/coupons/index' };
  }
  if (facts.kind === 'points_ending') {
    const ends = time(facts.endsAt - 1);
    const words = {
      name: '会员积分',
      count: String(facts.points),
      time: ends,
      note: '可抵扣或兑换好礼',
    };
    return { words, page: 'pages/shopper/points/index' };
  }
  const page = `${order}?orderId=${facts.orderId}`;
  const number: MessageWords = 'number' in facts ? { number: facts.number } : {};
  const shared = { ...number, goods: facts.goods, time: time(facts.at) };
  return { words: { ...shared, ...ownWords(facts) }, page };
}

type OrderFacts = Exclude<MessageFacts, { kind: 'coupon_ending' | 'points_ending' }>;

function ownWords(facts: OrderFacts): MessageWords {
  switch (facts.kind) {
    case 'order_paid':
      return { amount: yuan(facts.fen), state: '已付款', note: '我们正在为您备货' };
    case 'order_shipped':
      return {
        ...{ carrier: facts.carrier, tracking: facts.trackingNo },
        ...{ state: '已发货', note: '包裹已发出，请留意查收' },
      };
    case 'pickup_ready':
      return { store: facts.store, state: '可自提', note: '请凭订单里的提货码到店领取' };
    case 'refund_done':
      return { amount: yuan(facts.fen), state: '已退款', note: '款项已原路退回' };
    case 'group_result':
      return { state: facts.won ? '拼团成功' : '拼团未成', note: facts.note };
    case 'after_sale':
      return { state: facts.state, note: facts.note };
  }
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`;
}

/** A template's fields filled with words, each within WeChat's limits; a word that is missing is said to be none. */
export function filled(fields: TemplateFields, words: MessageWords): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([word, field]) => [field, fitted(field, words[word] ?? '')]),
  );
}

/** A text as WeChat takes it in such a field. Cut, never refused: a message with a short name is better than none. */
export function fitted(field: string, text: string): string {
  const kind = field.replace(/\d+$/, '');
  switch (kind) {
    case 'phrase':
      return (
        within(
          [...text].filter((sign) => /\p{Script=Han}/u.test(sign)),
          5,
        ) || '无'
      );
    case 'character_string':
      return (
        within(
          [...text].filter((sign) => /[\x21-\x7e]/.test(sign)),
          32,
        ) || '-'
      );
    case 'number':
      return (
        within(
          [...text].filter((sign) => /\d/.test(sign)),
          32,
        ) || '0'
      );
    case 'amount':
      return text === '' ? '0.00元' : text;
    case 'time':
    case 'date':
      return text;
    default:
      return shortened(text.replace(/\s+/g, ' ').trim(), 20) || '无';
  }
}

function within(signs: readonly string[], most: number): string {
  return signs.slice(0, most).join('');
}

/** Whole, or cut with an ellipsis that counts as well. */
function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${within(signs, most - 1)}…`;
}
