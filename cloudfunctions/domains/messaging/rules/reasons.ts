import type { GateReason } from './gate';

const sentences: Readonly<Record<GateReason | 'unavailable', string>> = {
  too_late: '已过时效',
  no_template: '没有设置模板',
  not_accepted: '顾客没有订阅过',
  opted_out: '顾客拒收营销消息',
  quiet_hours: '免打扰时段，早上再发',
  cap_day: '今天已发过营销消息',
  cap_month: '本月营销消息已达上限',
  no_quota: '订阅次数用完',
  unavailable: '微信多次没有响应',
};

/** Why a message was not sent, for managers; WeChat's own codes are told as they are. */
export function reasonSay(reason: string): string {
  const known = Object.entries(sentences).find(([code]) => code === reason);
  if (known !== undefined) return known[1];
  const errcode = /^errcode_(\d+)$/.exec(reason)?.[1];
  return errcode === undefined ? '其他原因' : `微信拒绝（${errcode}）`;
}
