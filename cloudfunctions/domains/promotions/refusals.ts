import { refusals } from '../../kit/refusal';

/** What the promotions room says no to. */
export const refuse = refusals({
  no_such_promotion: ['missing', '没有找到这个活动'],
  ends_before_start: ['invalid', '结束时间应晚于开始时间'],
  over_already: ['invalid', '结束时间已经过去，请重新选择'],
  too_long: ['invalid', '时间跨度最长 366 天'],
  too_far: ['invalid', '最多提前 366 天设置'],
  no_scope: ['invalid', '请选择适用的商品'],
  no_such_goods: ['missing', '有商品或分类不存在，请重新选择'],
  no_such_store: ['missing', '有门店不存在，请重新选择'],
  no_such_level: ['invalid', '有会员等级不存在，请重新选择'],
  goods_twice: ['invalid', '同一规格只能设置一次'],
  level_twice: ['invalid', '同一等级只能设置一次'],
  tiers_not_rising: ['invalid', '门槛应逐档提高，优惠也应逐档加大'],
  off_above_threshold: ['invalid', '优惠金额不能高于使用门槛'],
  price_above_list: ['invalid', '活动价不能高于商品原价'],
  goods_off_sale: ['invalid', '赠品和换购商品应在售'],
  overlaps: ['conflict', '有商品已参加同一时段的其他活动'],
  too_many_promotions: ['conflict', '同时最多 60 个活动，请先停止不用的'],
  over: ['conflict', '活动已经结束'],
});
