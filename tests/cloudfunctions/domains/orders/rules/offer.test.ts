import {
  lineProblems,
  whyNotPlace,
} from '../../../../../cloudfunctions/domains/orders/rules/offer';
import {
  eventText,
  isOverdue,
  whyNotCancel,
  whyNotPay,
} from '../../../../../cloudfunctions/domains/orders/rules/steps';

const piece = (left: number, quantity = 1, onSale = true) => ({
  skuId: 's',
  quantity,
  fact: { onSale, left },
});
const quote = { deliverable: true, payableFen: 100, dueFen: 60, points: { enough: true } };

describe('what keeps a line from being bought', () => {
  it('is told with what is left', () => {
    expect(
      lineProblems([
        piece(0),
        piece(2, 3),
        piece(9, 1, false),
        { skuId: 's', quantity: 1, fact: null },
        piece(1),
      ]),
    ).toMatchObject([
      { code: 'sold_out', left: 0 },
      { code: 'too_few', left: 2, say: '仅剩 2 件' },
      { code: 'gone' },
      { code: 'gone' },
    ]);
  });
});

describe('an order', () => {
  it('is placed only at the price that was seen', () => {
    expect(whyNotPlace({ problems: [], quote, expected: { payableFen: 100 } })).toBeNull();
    expect(whyNotPlace({ problems: [], quote, expected: { payableFen: 99 } })).toMatchObject({
      code: 'price_changed',
    });
    expect(
      whyNotPlace({ problems: [], quote, expected: { payableFen: 100, dueFen: 100 } }),
    ).toMatchObject({ code: 'price_changed' });
    expect(
      whyNotPlace({
        problems: [],
        quote: { ...quote, deliverable: false },
        expected: { payableFen: 100 },
      }),
    ).toMatchObject({ code: 'not_deliverable' });
    const poor = { ...quote, points: { enough: false } };
    expect(whyNotPlace({ problems: [], quote: poor, expected: { payableFen: 100 } })).toMatchObject(
      {
        code: 'too_few_points',
      },
    );
  });

  it('can be paid until its time is over, and cancelled while unpaid', () => {
    expect(whyNotPay({ state: 'unpaid', expiresAt: 10 }, 9)).toBeNull();
    expect(whyNotPay({ state: 'unpaid', expiresAt: 10 }, 10)).toMatchObject({ code: 'cannot_pay' });
    expect(whyNotPay({ state: 'closed', expiresAt: 10 }, 9)).toMatchObject({ code: 'cannot_pay' });
    expect(isOverdue({ state: 'unpaid', expiresAt: 10 }, 10)).toBe(true);
    expect(isOverdue({ state: 'paid', expiresAt: 10 }, 10)).toBe(false);
    expect(whyNotCancel({ state: 'unpaid' })).toBeNull();
    expect(whyNotCancel({ state: 'paid' })).toMatchObject({ code: 'cannot_cancel' });
  });

  it('tells its history in words', () => {
    expect(eventText({ step: 'cancel', actor: 'shopper', reason: '不想买了' })).toBe(
      '取消订单：不想买了',
    );
    expect(eventText({ step: 'something', actor: 'timer', reason: '' })).toBe('订单有更新');
  });
});
