import { refusals } from '../../kit/refusal';

/** What the coupons room says no to. */
export const refuse = refusals({
  no_such_batch: ['missing', '没有找到这张优惠券'],
  no_such_packet: ['missing', '没有找到这个券包'],
  no_such_member: ['missing', '没有找到这位会员'],
  not_open: ['conflict', '还没到领取时间'],
  closed: ['conflict', '领取时间已经过了'],
  stopped: ['conflict', '活动已停止，不能再领取'],
  all_gone: ['conflict', '手慢了，已被领完'],
  budget_reached: ['conflict', '手慢了，已被领完'],
  limit_reached: ['conflict', '您已领过，不能再领了'],
  day_limit: ['conflict', '您今天已领过，请明天再来'],
  not_for_you: ['conflict', '这张优惠券暂不适用于您'],
  packet_empty: ['conflict', '手慢了，券包已被领完'],
  wrong_code: ['missing', '兑换码无效，请核对后再试'],
  too_many_tries: ['tooMany', '尝试次数过多，请一小时后再试'],
  too_many_codes: ['conflict', '兑换码总数不能超过发放总量'],
  given_otherwise: ['conflict', '这批优惠券不是这样发放的'],
  too_many_batches: ['conflict', '同时最多 200 批优惠券，请先停止不用的'],
  off_above_threshold: ['invalid', '优惠金额不能高于使用门槛'],
  limits_too_high: ['invalid', '每人或每个券包的数量不能超过发放总量'],
  day_above_member: ['invalid', '每日限领不能超过每人限领'],
  ends_while_open: ['invalid', '优惠券应在停止领取之后才失效'],
  ends_too_far: ['invalid', '有效期与领取时间相距不能超过两年'],
  over: ['conflict', '这批优惠券已经结束'],
});

export type WhyNotGive =
  | 'no_such_batch'
  | 'not_open'
  | 'closed'
  | 'stopped'
  | 'all_gone'
  | 'budget_reached'
  | 'limit_reached'
  | 'day_limit'
  | 'packet_empty'
  | 'wrong_code';
