import fc from 'fast-check';
import { askedAt, isMarketing } from '../../../../../cloudfunctions/domains/messaging/rules/kinds';
import { reasonSay } from '../../../../../cloudfunctions/domains/messaging/rules/reasons';
import {
  filled,
  fitted,
  wordsOf,
} from '../../../../../cloudfunctions/domains/messaging/rules/words';
import {
  MessageKind,
  type MessageFacts,
} from '../../../../../cloudfunctions/domains/messaging/schema';
import { whyNotFields } from '../../../../../cloudfunctions/local/wechat-stand-in/fields';

const at = Date.parse('2026-11-20T04:00:00Z');
const order = { orderId: 'id', number: '20261120120000123456', goods: '山茶花跑鞋', at };
const all: MessageFacts[] = [
  { kind: 'order_paid', ...order, fen: 39_905 },
  { kind: 'order_shipped', ...order, carrier: '圆通速递', trackingNo: 'YT1234567890' },
  { kind: 'pickup_ready', ...order, store: '徐汇一号店' },
  { kind: 'refund_done', ...order, fen: 7 },
  { kind: 'group_result', orderId: 'id', goods: '山茶花跑鞋', at, won: true, note: '三人已齐' },
  { kind: 'coupon_ending', coupons: 3, endsAt: at },
  { kind: 'points_ending', points: 120, endsAt: at },
  { kind: 'after_sale', ...order, state: '已同意', note: '请寄回商品' },
];

describe('what a message says', () => {
  it('names amounts in yuan, times in the shop’s zone, and the page to see', () => {
    expect(wordsOf(all[0] as MessageFacts, 480)).toEqual({
      words: {
        ...{ number: '20261120120000123456', goods: '山茶花跑鞋', time: '2026-11-20 12:00' },
        ...{ amount: '399.05元', state: '已付款', note: '我们正在为您备货' },
      },
      page: 'pages/shopper/order/index?orderId=id',
    });
    expect(wordsOf(all[3] as MessageFacts, 480).words['amount']).toBe('0.07元');
    expect(wordsOf(all[5] as MessageFacts, 480).words).toMatchObject({
      ...{ count: '3', time: '2026-11-20 11:59' },
    });
  });

  it('is there for every kind, and fits the fields that its template has', () => {
    expect(all.map(({ kind }) => kind).sort()).toEqual([...MessageKind.options].sort());
    const fields = {
      ...{ goods: 'thing1', note: 'thing2', store: 'thing3', carrier: 'thing4', name: 'thing5' },
      ...{ amount: 'amount6', time: 'time7', number: 'character_string8', state: 'phrase9' },
      ...{ tracking: 'character_string10', count: 'number11' },
    };
    for (const facts of all) {
      const { words } = wordsOf(facts, 480);
      const own = Object.fromEntries(Object.entries(fields).filter(([word]) => word in words));
      const data = filled(own, words);
      expect(Object.keys(data).length).toBe(Object.keys(words).length);
      const sent = Object.entries(data).map(([name, value]) => [name, { value }]);
      expect(
        whyNotFields(Object.fromEntries(sent) as Record<string, { value: string }>),
      ).toBeNull();
    }
  });
});

describe('a field', () => {
  it('is cut where WeChat would refuse it, by signs and not by halves of one', () => {
    expect(fitted('thing1', '一'.repeat(20))).toBe('一'.repeat(20));
    expect(fitted('thing1', '一'.repeat(21))).toBe(`${'一'.repeat(19)}…`);
    expect(fitted('thing1', `${'𠮷'.repeat(30)}`)).toBe(`${'𠮷'.repeat(19)}…`);
    expect(fitted('phrase2', '正在为您备货')).toBe('正在为您备');
    expect(fitted('phrase2', 'OK')).toBe('无');
    expect(fitted('character_string3', '订单 A-1')).toBe('A-1');
    expect(fitted('number4', '3 张')).toBe('3');
  });

  it('takes any text', () => {
    const fields = ['thing1', 'phrase2', 'character_string3', 'number4'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'grapheme' }), (field, text) => {
        const value = fitted(field, text);
        expect(whyNotFields({ [field]: { value } })).toBeNull();
      }),
    );
  });
});

it('a tap asks for three templates at most, and every kind is asked for somewhere', () => {
  for (const kinds of Object.values(askedAt)) expect(kinds.length).toBeLessThanOrEqual(3);
  const asked = new Set(Object.values(askedAt).flat());
  expect([...asked].sort()).toEqual([...MessageKind.options].sort());
});

it('only reminders to buy are marketing', () => {
  expect(MessageKind.options.filter(isMarketing)).toEqual(['coupon_ending', 'points_ending']);
});

it('reasons are told in words, WeChat’s own by their code', () => {
  expect(reasonSay('no_quota')).toBe('订阅次数用完');
  expect(reasonSay('errcode_47003')).toBe('微信拒绝（47003）');
  expect(reasonSay('else')).toBe('其他原因');
});
