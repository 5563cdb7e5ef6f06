import { refusals } from '../../kit/refusal';

/** What the referral room says no to. */
export const refuse = refusals({
  no_such_share: ['missing', '这张卡片已失效'],
  no_such_target: ['missing', '要分享的内容不存在或已下架'],
});
