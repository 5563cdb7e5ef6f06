import type { Output } from '../../cloud';

export type Credited = Output<'orders.credited'>['items'][number];
export type Visit = Output<'referral.visits'>['items'][number];
export type Good = Output<'referral.goods'>['items'][number];
export type DeskNumbers = Output<'reports.desk'>;

/** A rate of 1/10 000 as people say it: `8%`, `8.5%`, `12.25%`. */
export function rateText(rateBp: number): string {
  return `${rateBp / 100}%`;
}

const channels: Readonly<Record<string, string>> = {
  chat: '单聊',
  group: '群聊',
  timeline: '朋友圈',
  poster: '海报',
  message: '服务通知',
  link: '链接',
};

/** Where somebody opened a card; what the shop has no word for is just a card. */
export function channelText(channel: string): string {
  return channels[channel] ?? '卡片';
}

const states: Readonly<Record<Credited['state'], string>> = {
  unpaid: '待付款',
  teaming: '待成团',
  paid: '待发货',
  shipped: '已发货',
  received: '已签收',
  completed: '已完成',
  closed: '已关闭',
};

/** How an order stands, for the guide who sold it. */
export function stateText(state: Credited['state']): string {
  return states[state];
}

/** What a part of the commission is for. */
export function partText(part: Credited['part']): string {
  return part === 'sale' ? '佣金' : '服务分成';
}

/** Who came and how often, in one line. */
export function visitsText({
  visitorsToday,
  visitsToday,
}: Pick<DeskNumbers, 'visitorsToday' | 'visitsToday'>): string {
  if (visitsToday === 0) return '今天还没有人来';
  if (visitsToday === visitorsToday) return `今天 ${visitorsToday} 人来访`;
  return `今天 ${visitorsToday} 人来访，共 ${visitsToday} 次`;
}
