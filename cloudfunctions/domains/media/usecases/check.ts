import { WechatRefused, WechatUnavailable } from '../../../platform/wechat/errors';
import type { ContentScene, Verdict } from '../../../platform/wechat/client';
import type { World } from '../../registry';
import { stateAfter } from '../rules';
import { saveVerdict } from '../store';

/** What WeChat pushed about a picture. */
interface Judged {
  traceId: string;
  verdict: Verdict | null;
}

/**
 * The verdict on a picture came: it shows from now on, or never will. A verdict that came before stays, one of a
 * check that was asked for anew since is passed over, and one that says nothing has the check asked for again.
 */
export async function judgePicture(
  { db, shop, nowMs, log }: World,
  { traceId, verdict }: Judged,
): Promise<void> {
  const state = stateAfter(verdict);
  const change = state === null ? { nextTryAt: nowMs } : { state, checkedAt: nowMs };
  const changed = await saveVerdict(db, { shopId: shop.shopId, traceId }, change);
  log.info('picture.judged', { verdict, changed });
}

/**
 * What WeChat makes of a text that a member wrote: `later` when it gave no word, so that the text waits and is
 * asked about again. An empty text passes.
 */
export async function textVerdict(
  { ports, log }: Pick<World, 'ports' | 'log'>,
  { openid, scene, text }: { openid: string; scene: ContentScene; text: string },
): Promise<Verdict | 'later'> {
  if (text === '') return 'pass';
  try {
    return await ports.wechat.checkText({ openid, scene, content: text });
  } catch (fault) {
    if (fault instanceof WechatUnavailable) return 'later';
    if (!(fault instanceof WechatRefused)) throw fault;
    // Such as 61010: she was not here in the last two hours, so WeChat will not look at it now.
    log.warn('text.not_checked', { errcode: fault.errcode });
    return 'later';
  }
}
