import {
  backlogSay,
  kindName,
  oldestSay,
  type Backlog,
} from '../../../../src/features/messaging/words';

const backlog = (waiting: number, events: number, failing = 0): Backlog => ({
  messages: { waiting, oldestAt: null, sentToday: 0, refusedToday: 0, failedToday: 0 },
  ...{ reasons: [], events: { waiting: events, oldestAt: null, failing } },
});

it('says what waits, and first of all what fails', () => {
  expect(backlogSay(backlog(0, 0))).toBe('没有积压');
  expect(backlogSay(backlog(2, 3))).toBe('5 条待处理');
  expect(backlogSay(backlog(2, 3, 1))).toBe('1 个事件在重试');
});

it('says since when, by the shop’s clock', () => {
  expect(oldestSay(null)).toBe('没有积压');
  expect(oldestSay(Date.parse('2026-11-20T04:00:00Z'))).toBe('最早 11-20 12:00');
  expect(kindName('coupon_ending')).toBe('优惠券到期');
});
