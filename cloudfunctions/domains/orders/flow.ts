import type { Flow } from '../../kit/flow';

export type OrderState =
  'unpaid' | 'teaming' | 'paid' | 'shipped' | 'received' | 'completed' | 'closed';

export type OrderStep =
  | 'pay'
  | 'join'
  | 'fill'
  | 'fail'
  | 'cancel'
  | 'expire'
  | 'reopen'
  | 'ship'
  | 'receive'
  | 'complete'
  | 'refund';

/** The life of an order. A team order waits in `teaming`; one refunded in full closes; late money may reopen. */
export const orderFlow: Flow<OrderState, OrderStep> = {
  unpaid: { pay: 'paid', join: 'teaming', cancel: 'closed', expire: 'closed' },
  teaming: { fill: 'paid', fail: 'closed' },
  paid: { ship: 'shipped', refund: 'closed' },
  shipped: { receive: 'received', refund: 'closed' },
  received: { complete: 'completed', refund: 'closed' },
  completed: {},
  closed: { reopen: 'paid' },
};

/** What a state is called on the shopper's screens. */
export const stateNames: Readonly<Record<OrderState, string>> = {
  unpaid: '待付款',
  teaming: '待成团',
  paid: '待发货',
  shipped: '待收货',
  received: '已收货',
  completed: '已完成',
  closed: '已关闭',
};
