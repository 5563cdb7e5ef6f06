import type { Input } from '../../cloud';
import type { Counted } from './routes';
import type { Window } from './useBoard';

type Listed = Input<'reports.rows'>['number'];

/** What the rows' page was opened for. */
export interface Wanted {
  readonly number: Counted | 'guide';
  readonly window: Window;
  /** Whose orders; null unless `number` is 'guide'. */
  readonly guide: { readonly guideId: string; readonly name: string } | null;
}

const names: Readonly<Record<Listed, string>> = {
  net: '净销售',
  orders: '订单',
  buyers: '买家',
  visitors: '访客',
  guide: '导购订单',
};

const units: Readonly<Record<Listed, string>> = {
  net: '笔收款和退款',
  orders: '笔订单',
  buyers: '位买家',
  visitors: '位访客',
  guide: '笔收款和退款',
};

/** Reads what an address asks for; what it does not say is today's net revenue. */
export function wantedIn(params: Readonly<Record<string, string | undefined>>): Wanted {
  const { number, guideId = '', name = '' } = params;
  const window = params['window'] === 'month' ? 'month' : 'today';
  if (number === 'guide' && guideId !== '') {
    return { number, window, guide: { guideId, name: decoded(name) } };
  }
  const known = number === 'conversion' || isCounted(number) ? number : 'net';
  return { number: known, window, guide: null };
}

/** The lists behind a number: conversion has two, the others are one. */
export function listsOf(number: Wanted['number']): readonly [Listed, ...Listed[]] {
  return number === 'conversion' ? ['buyers', 'visitors'] : [number];
}

/** `今天 · 净销售`, or whose orders they are. */
export function rowsTitle({ window, guide, number }: Wanted): string {
  const when = window === 'today' ? '今天' : '近 30 天';
  if (guide !== null) return `${when} · ${guide.name || '导购'}的订单`;
  return `${when} · ${number === 'conversion' ? '转化率' : names[number]}`;
}

/** A list's name, for its tab. */
export function listName(list: Listed): string {
  return names[list];
}

/** `共 32 笔订单`. */
export function totalText(list: Listed, total: number): string {
  return `共 ${total} ${units[list]}`;
}

/** Said where a number counts nothing. */
export function noneText(list: Listed): string {
  return `这段时间还没有${list === 'net' ? '收款和退款' : names[list === 'guide' ? 'orders' : list]}`;
}

function isCounted(number: string | undefined): number is 'net' | 'orders' | 'buyers' | 'visitors' {
  return number !== undefined && ['net', 'orders', 'buyers', 'visitors'].includes(number);
}

/** Addresses may come decoded already, and a name may have a % of its own. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
