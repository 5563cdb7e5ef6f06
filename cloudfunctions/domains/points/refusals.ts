import { refusals } from '../../kit/refusal';

/** What the points room says no to. */
export const refuse = refusals({
  too_few_points: ['conflict', '积分不足，请先赚取积分'],
});
