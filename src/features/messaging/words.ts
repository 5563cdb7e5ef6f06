import type { Output } from '../../cloud';
import { shopTime } from '../../kit/shopTime';

export type Backlog = Output<'messaging.backlog'>;
type Kind = Backlog['reasons'][number]['kind'];

const kinds: Readonly<Record<Kind, string>> = {
  order_paid: '付款成功',
  order_shipped: '订单发货',
  pickup_ready: '到店自提',
  refund_done: '退款到账',
  group_result: '拼团结果',
  coupon_ending: '优惠券到期',
  points_ending: '积分到期',
  after_sale: '售后进度',
};

/** What a message of this kind is called. */
export function kindName(kind: Kind): string {
  return kinds[kind];
}

/** Since when the oldest waits, or that nothing does. */
export function oldestSay(oldestAt: number | null): string {
  return oldestAt === null ? '没有积压' : `最早 ${shopTime(oldestAt).slice(5)}`;
}
