import {
  backRows,
  besides,
  dutySay,
  kindsFor,
  leftSay,
  mostOf,
  nextSay,
  saleOfLine,
  type SaleSummary,
} from '../../../../src/features/after-sales/words';
import { day, hour, minute } from '../../../../cloudfunctions/kit/time';

const nowMs = 1_000_000_000;
const back = {
  ...{ goodsFen: 900, freightFen: 100, totalFen: 1_000, wechatFen: 600, principalFen: 300 },
  ...{ giftFen: 100, pointsBack: 0, pointsTaken: 0, couponNames: [] },
};

describe('what is left of a time', () => {
  it.each([
    [2 * day + 5 * hour + 59 * minute, '2 天 5 小时'],
    [3 * day, '3 天'],
    [5 * hour + 59 * minute, '5 小时'],
    [59 * minute, '59 分钟'],
    [1, '1 分钟'],
    [-day, '1 分钟'],
  ])('of %d ms is %s', (left, say) => {
    expect(leftSay(nowMs + left, nowMs)).toBe(say);
  });
});

describe('what comes back', () => {
  it('stands by its sources, which sum to the whole, with the freight that is in it', () => {
    const rows = backRows(back);
    expect(rows.map(({ name, text }) => [name, text])).toEqual([
      ['退回微信支付', '¥6.00'],
      ['退回储值本金', '¥3.00'],
      ['退回储值赠送', '¥1.00'],
    ]);
    expect(rows[0]?.notes).toEqual(['含运费 ¥1.00']);
    const stored = backRows({ ...back, wechatFen: 0 });
    expect(stored.map(({ id, notes }) => [id, notes?.length])).toEqual([
      ['principal', 1],
      ['gift', 0],
    ]);
  });

  it('tells points and coupons besides, and nothing where there is none', () => {
    expect(besides(back)).toEqual([]);
    const rich = { ...back, pointsBack: 20, pointsTaken: 3, couponNames: ['满百减十'] };
    expect(besides(rich)).toEqual([
      '退还下单所用 20 积分',
      '扣回这些商品已得的 3 积分',
      '退回优惠券：满百减十',
    ]);
  });
});

describe('what may be asked for', () => {
  it('is money for everything that is left, and goods back for what was sent', () => {
    const line = { unsent: 2, sent: 3 };
    expect(mostOf(line, 'refund_only')).toBe(5);
    expect(mostOf(line, 'return_refund')).toBe(3);
    expect(mostOf(line, 'exchange')).toBe(3);
    expect(kindsFor([line])).toEqual(['return_refund', 'exchange', 'refund_only']);
    expect(kindsFor([{ unsent: 1, sent: 0 }])).toEqual(['refund_only']);
    expect(kindsFor([{ unsent: 0, sent: 0 }])).toEqual([]);
  });
});

describe('the after-sale of a line', () => {
  const sale = (afterSaleId: string, state: SaleSummary['state'], line: number) =>
    ({ afterSaleId, state, lines: [{ line }] }) as SaleSummary;

  it('is one that is open, else the latest, and none of another line', () => {
    const items = [sale('a', 'done', 1), sale('b', 'asked', 1), sale('c', 'refused', 2)];
    expect(saleOfLine({ items }, 1)?.afterSaleId).toBe('b');
    expect(saleOfLine({ items }, 2)?.afterSaleId).toBe('c');
    expect(saleOfLine({ items }, 3)).toBeUndefined();
  });
});

describe('what comes next', () => {
  const states = [
    ...(['asked', 'agreed', 'returned', 'received', 'sent', 'refunding'] as const),
    ...(['done', 'refused', 'withdrawn', 'lapsed'] as const),
  ];

  it('is said in every state, with the deadline where there is one', () => {
    for (const state of states) {
      const timed = ['asked', 'agreed', 'returned', 'sent'].includes(state);
      const dueAt = timed ? nowMs + 2 * day : null;
      const standing = {
        kind: 'exchange' as const,
        state,
        dueAt,
        totalFen: 0,
        nowMs,
        refusal: '旧',
      };
      expect(nextSay(standing)).not.toBe('');
      expect([state, nextSay(standing).includes('2 天')]).toEqual([state, timed]);
      expect([state, dutySay(standing, nowMs).includes('2 天')]).toEqual([state, timed]);
    }
  });

  it('tells why the shop refused, and how much came back', () => {
    const standing = { kind: 'return_refund' as const, dueAt: null, totalFen: 1_050, nowMs };
    expect(nextSay({ ...standing, state: 'refused', refusal: '已使用' })).toBe('已使用');
    expect(nextSay({ ...standing, state: 'done', refusal: null })).toBe('¥10.50 已退回');
  });
});
