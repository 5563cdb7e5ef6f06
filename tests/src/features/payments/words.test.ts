import {
  amountsText,
  billState,
  billText,
  differenceTitle,
  problemText,
  stuckText,
  waitedText,
} from '../../../../src/features/payments/words';

const bill = {
  ...{ day: '2026-05-28', state: 'compared' as const, fault: null, matched: 3, comparedAt: 0 },
  ...{ payments: 2, paidFen: 79_805, refunds: 1, refundedFen: 39_900, differences: 0 },
};

describe('a day’s bill', () => {
  it('says what came, what went back, and whether it is all there', () => {
    expect(billText(bill)).toBe('收款 2 笔 ¥798.05 · 退款 1 笔 ¥399.00');
    expect(billText({ ...bill, refunds: 0, refundedFen: 0 })).toBe('收款 2 笔 ¥798.05');
    expect(billState(bill)).toEqual({ say: '全部对上', tone: 'good' });
    expect(billState({ ...bill, differences: 2 })).toEqual({ say: '2 笔不符', tone: 'warn' });
  });

  it('without trade says so, unless the shop has some', () => {
    const none = { ...bill, payments: 0, paidFen: 0, refunds: 0, refundedFen: 0 };
    expect(billText(none)).toBe('这一天没有交易');
    expect(billText({ ...none, differences: 1 })).toBe('收款 0 笔 ¥0.00');
  });

  it('that is not there says why', () => {
    const waiting = { ...bill, state: 'waiting' as const };
    expect(billState(waiting).say).toBe('等微信出账单');
    expect(billText(waiting)).toContain('10 点');
    expect(billText({ ...waiting, fault: 'timeout' })).toContain('没有回应');
  });
});

describe('a difference', () => {
  it('names its money, both amounts where there are two, and what was thought of it', () => {
    expect(differenceTitle({ about: 'refund', number: 'R1' })).toBe('退款 R1');
    expect(amountsText({ billFen: 1, shopFen: 2 })).toBe('微信 ¥0.01，店里 ¥0.02');
    expect(amountsText({ billFen: 1, shopFen: null })).toBe('微信 ¥0.01');
    expect(problemText(null)).toBe('');
    expect(problemText('wrong_amount')).toContain('金额与订单不符');
    expect(problemText('something new')).not.toBe('');
  });
});

describe('a refund that is not back', () => {
  it.each([
    ['wanted', null, '等待提交给微信'],
    ['processing', null, '微信处理中'],
    ['wanted', 'NOT_ENOUGH', '商户余额不足，充值后会自动再退'],
    ['wanted', 'timeout', '微信没有回应，会自动再试'],
    ['wanted', 'INVALID_REQUEST', '微信没有接受（INVALID_REQUEST），会自动再试'],
    ['failed', 'ABNORMAL', '顾客的收款账户异常，请到微信商户平台处理'],
    ['failed', 'CLOSED', '余额不足超过 7 天，微信已关闭这笔退款'],
  ] as const)('%s with %s says: %s', (state, fault, say) => {
    expect(stuckText({ state, fault })).toBe(say);
  });

  it('says how long it has been waiting', () => {
    const hour = 3_600_000;
    expect([hour - 1, hour, 47 * hour, 49 * hour].map(waitedText)).toEqual([
      ...['不到 1 小时', '已等 1 小时', '已等 47 小时', '已等 2 天'],
    ]);
  });
});
