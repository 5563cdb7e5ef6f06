import Taro from '@tarojs/taro';
import type { Output } from '../../cloud';

export type Goods = Output<'catalogue.products'>['items'][number];
export type Product = Output<'catalogue.product'>;
export type Sku = Product['skus'][number];
export type Category = Output<'catalogue.categories'>['items'][number];
export type Home = Output<'catalogue.home'>;
export type Sort = 'hot' | 'new' | 'priceUp' | 'priceDown';

/** As many goods as one step of scrolling brings: what travels to the mini program's view stays small. */
export const goodsAtOnce = process.env.TARO_ENV === 'h5' ? 12 : 6;

/** What a list of goods looks for. */
export interface Wanted {
  readonly words?: string;
  readonly categoryId?: string;
  /** Only goods of this promotion or coupon. */
  readonly offerId?: string;
  /** The category's or offer's name, for the title. */
  readonly name?: string;
}

/** Opens a product's page. */
export function openProduct(productId: string): void {
  void Taro.navigateTo({ url: `/pages/shopper/product/index?id=${productId}` });
}

/** The address of a list of goods. */
export function listUrl({ words, categoryId, offerId, name }: Wanted): string {
  const query = Object.entries({ words, categoryId, promotion: offerId, name })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`);
  return `/pages/shopper/list/index?${query.join('&')}`;
}

/** Opens the goods of a promotion or coupon. */
export function openOffer(offer: Pick<Wanted, 'offerId' | 'name'>): void {
  void Taro.navigateTo({ url: listUrl(offer) });
}

/** Opens the page to search on. */
export function openSearch(): void {
  void Taro.navigateTo({ url: '/pages/shopper/search/index' });
}

/** `1.2 万` beyond ten thousand, rounded down; for counts that need no exactness. */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  return `${(Math.floor(count / 1000) / 10).toString()} 万`;
}

/** Whether a word from an address names an order of goods. */
export function isSort(word: string | undefined): word is Sort {
  return word === 'hot' || word === 'new' || word === 'priceUp' || word === 'priceDown';
}
