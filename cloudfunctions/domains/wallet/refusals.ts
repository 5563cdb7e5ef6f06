import { refusals } from '../../kit/refusal';

/** What the wallet room says no to. */
export const refuse = refusals({
  no_such_recharge: ['missing', '没有找到这笔储值'],
  no_such_plan: ['conflict', '储值方案有调整，请重新选择'],
  key_reused: ['conflict', '请勿重复提交不同的储值，请返回重试'],
  cannot_pay: ['conflict', '这笔储值已不能支付，请重新发起'],
  pay_unavailable: ['conflict', '微信支付暂时没有响应，请稍后再试'],
});
