import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { ask, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAttribution, type Target } from '../../stores/attribution';
import { useSession } from '../../stores/session';
import { pictureUrl } from '../../ui/Picture';
import { toast } from '../../ui/toast';

type Share = Output<'referral.share'>;

/** A page as its cards show it, and what stands on them until the server has made one. */
export interface Shared {
  readonly target: Target;
  readonly title: string;
  /** 5:4; empty lets the platform take its own picture. */
  readonly pictureUrl: string;
  /** The page's path, such as `/pages/home/index`. */
  readonly page: string;
  /** What the page needs in its address, without a share id. */
  readonly query: string;
  /** Asks for the card only when somebody shares: for pages that many open and few pass on. */
  readonly late?: boolean;
  /** The card opens `page` and says `title`, whatever its target's own page is. */
  readonly own?: boolean;
}

/**
 * Makes every way of sharing this page carry a card of mine. The card is asked for as soon as the page knows
 * what it shows, since the platform wants it at once; it changes nothing on the screen. Returns what H5 does
 * instead: it copies the link.
 */
export function useShare(shared: Shared | null): () => Promise<void> {
  const made = useRef<{ key: string; share: Promise<Share>; ready: Share | null } | null>(null);
  const readOnly = useAttribution((attribution) => attribution.readOnly);
  const key = shared === null || readOnly ? null : JSON.stringify([shared.target, shared.query]);

  function card() {
    if (key === null) return null;
    if (made.current?.key === key) return made.current;
    const share = shared === null ? Promise.reject(new Error('nothing to share')) : make(shared);
    const mine = { key, share, ready: null as Share | null };
    made.current = mine;
    share.then(
      (done) => (mine.ready = done),
      () => {
        // The next wish to share asks again.
        if (made.current === mine) made.current = null;
      },
    );
    return mine;
  }

  useEffect(() => {
    if (shared?.late !== true) card();
  });

  useShareAppMessage(() => {
    const mine = card();
    const now = messageOf(mine?.ready ?? kept(shared));
    return mine === null || mine.ready !== null
      ? now
      : { ...now, promise: mine.share.then(messageOf) };
  });
  useShareTimeline(() => {
    const { title, pictureUrl: picture, query } = made.current?.ready ?? kept(shared);
    return { title, query, ...imageOf(picture) };
  });
  return async () => {
    const mine = card();
    if (mine === null) return;
    await copy(mine.share);
  };
}

async function make(shared: Shared): Promise<Share> {
  const share = await shareOf(shared);
  return shared.own === true ? { ...share, ...ownCard(shared, share.shareId) } : share;
}

async function shareOf({ target }: Shared): Promise<Share> {
  await useSession.getState().signIn();
  const { shareId } = useAttribution.getState();
  const channel = process.env.TARO_ENV === 'h5' ? 'link' : 'chat';
  return ask('referral.share', {
    target,
    channel,
    ...(shareId === null ? {} : { parentId: shareId }),
  });
}

type Card = Pick<Share, 'title' | 'pictureUrl' | 'path' | 'query'>;

/** Without a card of mine, the one by which I came goes on. */
function kept(shared: Shared | null): Card {
  const { shareId } = useAttribution.getState();
  return ownCard(shared ?? front, shareId);
}

/** A page's own words and address, with the id of the card that goes with them. */
function ownCard(
  { title, pictureUrl: picture, page, query: own }: Omit<Shared, 'target' | 'late' | 'own'>,
  shareId: string | null,
): Card {
  const query = [own, shareId === null ? '' : `s=${shareId}`]
    .filter((part) => part !== '')
    .join('&');
  return { title, pictureUrl: picture, path: query === '' ? page : `${page}?${query}`, query };
}

const front: Omit<Shared, 'target' | 'late' | 'own'> = {
  title: '熟客',
  pictureUrl: '',
  page: '/pages/home/index',
  query: '',
};

function messageOf({ title, pictureUrl: picture, path }: Card) {
  return { title, path, ...imageOf(picture) };
}

function imageOf(picture: string): { imageUrl?: string } {
  return picture === '' ? {} : { imageUrl: pictureUrl(picture) };
}

async function copy(share: Promise<Share>): Promise<void> {
  try {
    const link = `${window.location.origin}${messageOf(await share).path}`;
    await Taro.setClipboardData({ data: link });
    toast('链接已复制');
  } catch (reason) {
    toast(sayWhy(reason));
  }
}
