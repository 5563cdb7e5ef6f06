import { day, hour } from '../../../../cloudfunctions/kit/time';
import { orderFlow, type OrderState } from '../../../../cloudfunctions/domains/orders/flow';
import {
  cancelReasons,
  clockTime,
  closeReasonSay,
  headline,
  nextDeed,
  nextStepSay,
  orderTab,
  piecesBeyond,
  refundSay,
  tabsWithCounts,
  timeText,
  totalName,
} from '../../../../src/features/orders/words';

const states = Object.keys(orderFlow) as OrderState[];
const nowMs = Date.UTC(2026, 10, 22);
const order = {
  delivery: 'express' as const,
  ...{ closeReason: null, refunds: [], confirmBy: null, lines: [{ shippedQuantity: 0 }] },
};

describe('an order in words', () => {
  it('says the next step in every state', () => {
    for (const state of states) expect(nextStepSay({ ...order, state }, nowMs)).not.toBe('');
  });

  it('tells a pick-up from a parcel', () => {
    const paid = { ...order, state: 'paid' as const };
    expect(nextStepSay({ ...paid, delivery: 'pickup' }, nowMs)).toContain('自提');
    expect(nextStepSay(paid, nowMs)).toContain('尽快为您发出');
    const part = { ...paid, lines: [{ shippedQuantity: 0 }, { shippedQuantity: 1 }] };
    expect(nextStepSay(part, nowMs)).toContain('部分商品已发出');
    expect(headline({ state: 'paid', delivery: 'pickup' })).toBe('待自提');
    expect(headline(paid)).toBe('待发货');
  });

  it('says how long it is until receipt is confirmed by itself', () => {
    const shipped = { ...order, state: 'shipped' as const };
    const at = (leftMs: number) => nextStepSay({ ...shipped, confirmBy: nowMs + leftMs }, nowMs);
    expect(at(10 * day)).toBe('还剩 10 天自动确认收货');
    expect(at(2 * day - 1)).toBe('还剩 1 天自动确认收货');
    expect(at(day - 1)).toBe('还剩 23 小时自动确认收货');
    expect(at(hour - 1)).toBe('不到 1 小时自动确认收货');
    expect(at(0)).toContain('留意签收');
  });

  it('says why it was closed, and that late money goes back', () => {
    expect(closeReasonSay('timeout')).toContain('超时');
    expect(closeReasonSay('cancelled')).toContain('您已取消');
    expect(closeReasonSay('refunded')).toContain('退款');
    const refunds = [{ amountFen: 1, state: 'wanted', reason: 'late_payment', wantedAt: 0 }];
    expect(nextStepSay({ ...order, state: 'closed', refunds }, nowMs)).toContain('原路退回');
  });

  it('is paid for while it waits, confirmed once it comes, and bought again otherwise', () => {
    const deeds = states.map((state) => [state, nextDeed(state)]);
    expect(deeds.filter(([, deed]) => deed !== 'again')).toEqual([
      ['unpaid', 'pay'],
      ['shipped', 'confirm'],
    ]);
  });

  it('calls its sum by how it stands', () => {
    const sums = { payableFen: 1000, dueFen: 1000 };
    expect(totalName({ ...sums, state: 'unpaid', paidAt: null })).toBe('应付');
    expect(totalName({ ...sums, state: 'shipped', paidAt: 1 })).toBe('实付');
    expect(totalName({ ...sums, dueFen: 400, state: 'shipped', paidAt: 1 })).toBe('微信支付');
    expect(totalName({ ...sums, state: 'closed', paidAt: null })).toBe('合计');
  });

  it('tells how a refund stands', () => {
    expect(['wanted', 'processing', 'done', 'failed'].map(refundSay)).toEqual([
      '正在原路退回，通常 1–3 天到账',
      '正在原路退回，通常 1–3 天到账',
      '已原路退回',
      '退款遇到问题，客服会联系您',
    ]);
  });

  it('counts the pieces that its card does not show', () => {
    const shown = {
      productId: '',
      skuId: '',
      title: '',
      specText: '',
      pictureUrl: '',
      kind: 'bought' as const,
      listFen: 1,
      unitFen: 1,
      paidFen: 1,
      line: 1,
      ...{ shippedQuantity: 0, cancelledQuantity: 0, refundedQuantity: 0, refundedFen: 0 },
    };
    expect(piecesBeyond({ pieces: 7, lines: [{ ...shown, quantity: 2 }] })).toBe(5);
  });

  it("tells times by the shop's clock", () => {
    expect(timeText(Date.UTC(2026, 10, 22, 7, 30))).toBe('2026-11-22 15:30');
    expect(clockTime(Date.UTC(2026, 10, 22, 16, 5))).toBe('00:05');
  });

  it('can be taken back for reasons that the shop takes', () => {
    for (const reason of cancelReasons) expect([...reason].length).toBeLessThanOrEqual(60);
  });
});

describe('the tabs of the orders', () => {
  it('open by the address, all of them by default', () => {
    expect(orderTab('unpaid')).toBe('unpaid');
    expect(orderTab('anything')).toBe('all');
    expect(orderTab(undefined)).toBe('all');
  });

  it('say how many wait, where something waits', () => {
    const tabs = tabsWithCounts({ unpaid: 1, paid: 2, shipped: 3, received: 4 });
    expect(tabs.map((tab) => ('count' in tab ? tab.count : null))).toEqual([null, 1, 2, 3, null]);
    expect(tabsWithCounts(null)).toHaveLength(5);
  });
});
