import { refusals } from '../../kit/refusal';

/** What the messaging room says no to. */
export const refuse = refusals({
  no_such_template: ['conflict', '消息设置有调整，请稍后再试'],
});
