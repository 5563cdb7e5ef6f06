import { fen } from '../../../../cloudfunctions/kit/money';
import { moneyDoubt, moneyIn } from '../../../../cloudfunctions/platform/wechat-pay/paid';

const paid = {
  mchid: 'm',
  appid: 'a',
  outTradeNo: '20260101000000',
  tradeState: 'SUCCESS' as const,
  amountFen: fen(100),
  transactionId: '4200',
  payerOpenid: 'o',
  successAtMs: 1,
};

describe('money', () => {
  it('is in what was paid, be it refunded since, and in nothing else', () => {
    expect(moneyIn(paid)).toMatchObject({
      amountFen: 100,
      transactionId: '4200',
      payerOpenid: 'o',
    });
    expect(moneyIn({ ...paid, tradeState: 'REFUND' })).not.toBeNull();
    expect(moneyIn({ ...paid, tradeState: 'NOTPAY' })).toBeNull();
    expect(moneyIn({ ...paid, tradeState: 'CLOSED' })).toBeNull();
    expect(moneyIn({ ...paid, transactionId: null })).toBeNull();
    expect(moneyIn({ ...paid, payerOpenid: null })).toBeNull();
  });

  it('is taken only when it came to this merchant and app', () => {
    const own = { mchid: 'm', appid: 'a' };
    expect(moneyDoubt(paid, own)).toBeNull();
    expect(moneyDoubt({ ...paid, mchid: 'x' }, own)).toBe('foreign_merchant');
    expect(moneyDoubt({ ...paid, appid: 'x' }, own)).toBe('foreign_app');
  });
});
