import { refusals } from '../../kit/refusal';

/** What the points room says no to. */
export const refuse = refusals({
  not_for_points: ['missing', '没有找到这张优惠券'],
  too_few_points: ['conflict', '积分不足，请先赚取积分'],
});
