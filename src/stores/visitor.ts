import Taro from '@tarojs/taro';
import { freshId } from './chance';

const key = 'visitor';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who looks around on this phone before signing in: made once and kept. */
export function visitorId(): string {
  const kept: unknown = Taro.getStorageSync(key);
  if (typeof kept === 'string' && uuid.test(kept)) return kept;
  const fresh = freshId();
  Taro.setStorageSync(key, fresh);
  return fresh;
}
