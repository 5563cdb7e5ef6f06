import { refusals } from '../../kit/refusal';

/** What the reviews room says no to. */
export const refuse = refusals({
  no_such_order: ['missing', '没有找到这笔订单'],
  no_such_line: ['missing', '订单里没有这件商品'],
  no_such_review: ['missing', '没有找到这条评价'],
  not_yet: ['conflict', '确认收货后就可以评价了'],
  all_refunded: ['conflict', '这件商品已经退款，不能再评价'],
  too_late: ['conflict', '已经过了可以评价的时间'],
  written_before: ['conflict', '这件商品已经评价过了'],
  more_before: ['conflict', '已经追加过一次评价'],
  says_nothing: ['invalid', '请写几个字，或加一张图片'],
  not_doubtful: ['conflict', '这条评价不需要再审核'],
  replied_before: ['conflict', '这条评价已经回复过了'],
  not_shown: ['conflict', '评价通过审核后才能回复'],
  words_refused: ['conflict', '回复里有不合适的内容，请修改后再发'],
  check_unavailable: ['conflict', '内容检查暂时没有响应，请稍后再试'],
});
