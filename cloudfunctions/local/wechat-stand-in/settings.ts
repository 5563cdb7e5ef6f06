import type { WechatKeys } from './desk';

/** What the functions are told of WeChat's server API, as one would copy it from WeChat's pages. */
export function wechatSettings({ url, keys }: { url: string; keys: WechatKeys }) {
  return {
    WECHAT_BASE_URL: url,
    WECHAT_SECRET: keys.secret,
    WECHAT_PUSH_TOKEN: keys.pushToken,
    WECHAT_PUSH_AES_KEY: keys.pushAesKey,
  };
}
