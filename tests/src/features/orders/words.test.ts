import { orderFlow, type OrderState } from '../../../../cloudfunctions/domains/orders/flow';
import {
  cancelReasons,
  clockTime,
  closeReasonSay,
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
const order = { delivery: 'express' as const, closeReason: null, paidAt: null, refunds: [] };

describe('an order in words', () => {
  it('says the next step in every state', () => {
    for (const state of states) expect(nextStepSay({ ...order, state })).not.toBe('');
  });

  it('tells a pick-up from a parcel', () => {
    const paid = { ...order, state: 'paid' as const };
    expect(nextStepSay({ ...paid, delivery: 'pickup' })).toContain('自提');
    expect(nextStepSay(paid)).toContain('发出');
  });

  it('says why it was closed, and that late money goes back', () => {
    expect(closeReasonSay('timeout')).toContain('超时');
    expect(closeReasonSay('cancelled')).toContain('您已取消');
    expect(closeReasonSay('refunded')).toContain('退回');
    const refunds = [{ amountFen: 1, state: 'wanted', reason: 'late_payment', wantedAt: 0 }];
    expect(nextStepSay({ ...order, state: 'closed', refunds })).toContain('原路退回');
  });

  it('is paid for while it waits, and bought again otherwise', () => {
    for (const state of states) expect(nextDeed(state)).toBe(state === 'unpaid' ? 'pay' : 'again');
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
