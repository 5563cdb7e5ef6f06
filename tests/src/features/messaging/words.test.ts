import { kindName, oldestSay } from '../../../../src/features/messaging/words';

it('says since when, by the shop’s clock', () => {
  expect(oldestSay(null)).toBe('没有积压');
  expect(oldestSay(Date.parse('2026-11-20T04:00:00Z'))).toBe('最早 11-20 12:00');
});

it('names every kind of message', () => {
  expect(kindName('coupon_ending')).toBe('优惠券到期');
});
