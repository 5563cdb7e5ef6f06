import Taro, { useShareAppMessage } from '@tarojs/taro';
import { ask, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { signInAsGuide } from './signInAsGuide';
import { pictureUrl } from '../../ui/Picture';
import { toast } from '../../ui/toast';
import { findStoreName } from './useDesk';

export interface Card {
  readonly share: Output<'referral.share'>;
  readonly priceFen: number;
  readonly marketFen: number | null;
  /** Whose sale it will be. */
  readonly guideName: string;
  readonly guideAvatarUrl: string;
  readonly storeName: string;
}

/** A product's card with my share id, made before anything can be shared: an anonymous card would be nobody's sale. */
export function useCard(productId: string) {
  const state = useAsk(() => loadCard(productId), productId);
  useShareAppMessage(() => {
    if (state.phase !== 'ready') return { title: '熟客', path: productPath(productId) };
    return messageOf(state.value.share);
  });
  return state;
}

/** Puts a card's link where it can be pasted: what a browser can do instead of a chat card. */
export async function copyLink({ path }: Card['share']): Promise<void> {
  try {
    await Taro.setClipboardData({ data: `${window.location.origin}${path}` });
    toast('链接已复制，发给客户吧');
  } catch (reason) {
    toast(sayWhy(reason));
  }
}

function messageOf({ title, path, pictureUrl: picture }: Card['share']) {
  return { title, path, ...(picture === '' ? {} : { imageUrl: pictureUrl(picture) }) };
}

function productPath(productId: string): string {
  return `/pages/shopper/product/index?id=${productId}`;
}

async function loadCard(productId: string): Promise<Card> {
  const me = await signInAsGuide();
  const target = { kind: 'product' as const, productId };
  const channel = process.env.TARO_ENV === 'h5' ? 'link' : 'chat';
  const [share, product, storeName] = await Promise.all([
    ask('referral.share', { target, channel }),
    ask('catalogue.product', { productId }),
    findStoreName(me),
  ]);
  return {
    share,
    priceFen: product.priceFen,
    marketFen: product.marketFen,
    guideName: me.staff?.name ?? me.nickname,
    guideAvatarUrl: me.avatarUrl,
    storeName,
  };
}
