import { minute } from '../../kit/time';
import { waitAfter } from '../../platform/outbox';
import { WechatRefused, WechatUnavailable } from '../../platform/wechat/errors';
import { openidsOf } from '../members/usecases/by-id';
import type { World } from '../registry';
import { saveAsked, takeToCheck } from './store';

const batch = 20;
/** Long enough for one batch of calls; a worker that died is followed after it. */
const leaseMs = 5 * minute;
/** WeChat gives its verdict within half an hour; one that did not come by then is asked for again. */
const verdictWithinMs = 35 * minute;

/** Asks WeChat to check the pictures that wait for it; answers how many it took. Its verdicts come by push. */
export async function checkPictures(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const { shopId } = shop;
  const due = await takeToCheck(db, { shopId, nowMs, againAt: nowMs + leaseMs, most: batch });
  const openids = await openidsOf(
    world,
    due.map((picture) => picture.memberId),
  );
  let asked = 0;
  for (const picture of due) {
    const openid = openids.get(picture.memberId);
    const told = openid === undefined ? 'no' : await ask(world, { ...picture, openid });
    if (told === 'asked') asked += 1;
    // WeChat is out of reach: the others keep their place, and are taken again after the lease.
    if (told === 'silence') break;
  }
  return asked;
}

async function ask(
  { db, shop, ports, nowMs, log }: World,
  picture: { pictureId: string; fileId: string; tries: number; openid: string },
): Promise<'asked' | 'no' | 'silence'> {
  const { pictureId, fileId, tries, openid } = picture;
  const which = { shopId: shop.shopId, pictureId };
  try {
    const mediaUrl = await ports.files.link(fileId);
    const { traceId } = await ports.wechat.checkMedia({ openid, scene: 'comment', mediaUrl });
    await saveAsked(db, which, { traceId, nextTryAt: nowMs + verdictWithinMs });
    return 'asked';
  } catch (fault) {
    await saveAsked(db, which, { nextTryAt: nowMs + waitAfter(tries) });
    const errcode = fault instanceof WechatRefused ? fault.errcode : null;
    log.warn('picture.not_asked', { picture: pictureId, tries, errcode });
    return fault instanceof WechatUnavailable ? 'silence' : 'no';
  }
}
