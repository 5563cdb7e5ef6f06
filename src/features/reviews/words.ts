import { clockText } from '../../../cloudfunctions/kit/time';
import type { Output } from '../../cloud';

export type Review = Output<'reviews.ofProduct'>['items'][number];
export type ToReview = Output<'reviews.mine'>['toWrite'][number];
export type ToAnswer = Output<'reviews.toAnswer'>['items'][number];
export type Tally = Output<'reviews.ofProduct'>['tally'];

const shopOffsetMinutes = 480;

/** `2026-11-22` by the shop's clock. */
export function dateText(atMs: number): string {
  return clockText(atMs, shopOffsetMinutes).slice(0, 10);
}

/** `98%` of good ones; never 100 % unless every one is good. */
export function goodText(goodBp: number): string {
  return `${Math.floor(goodBp / 100)}%`;
}

/** `4.8` for 48 tenths. */
export function averageText(tenths: number): string {
  return (tenths / 10).toFixed(1);
}

/** What a rating means, beside its stars. */
export function ratingSay(rating: number): string {
  return ratingSays[rating - 1] ?? '';
}

const ratingSays = ['很不满意', '不太满意', '一般', '满意', '非常满意'];

/** How my words stand; empty once everybody may read them. */
export function stateSay(state: Review['first']['state']): string {
  switch (state) {
    case 'checking':
    case 'doubtful':
      return '审核中，通过后展示';
    case 'refused':
      return '内容不适合展示';
    case 'shown':
      return '';
  }
}

/** How long after the purchase something was added: `当天追评`, `12 天后追评`. */
export function addedSay(firstAt: number, moreAt: number): string {
  const days = Math.floor((moreAt - firstAt) / 86_400_000);
  return days === 0 ? '当天追评' : `${days} 天后追评`;
}
