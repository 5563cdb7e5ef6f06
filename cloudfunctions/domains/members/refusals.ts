import { refusals } from '../../kit/refusal';

/** What the members room says no to. */
export const refuse = refusals({
  sign_in_first: ['unknownCaller', '请先登录'],
  no_such_address: ['missing', '没有找到这个地址'],
  too_many_addresses: ['conflict', '最多保存 20 个地址，请先删除不用的'],
  key_reused: ['conflict', '请勿重复提交不同的内容，请返回重试'],
  bad_birthday: ['invalid', '生日不能晚于今天'],
  no_such_region: ['invalid', '没有找到这个地区，请重新选择'],
});
